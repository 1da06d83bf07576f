package io.github.migratemaven.model;

/**
 * A file of rows that a database starts with.
 *
 * @param name relative to the seed folder, with {@code /}: what it is recorded under
 * @param file as a person would write it, relative to the project
 * @param checksum SHA-256 of its bytes, in hex
 */
public record SeedFile(String name, String file, String text, String checksum) {
    /** Whether its rows are values and not statements. */
    public boolean csv() {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".csv");
    }

    /**
     * Of a CSV file: the table that it fills, with its schema where the name has one. {@code 020-shop.orders.csv} fills
     * {@code shop.orders}.
     */
    public String table() {
        String stem = name.substring(name.lastIndexOf('/') + 1).replaceFirst("(?i)\\.csv$", "");
        return stem.replaceFirst("^\\d+[-_.]+", "");
    }
}
