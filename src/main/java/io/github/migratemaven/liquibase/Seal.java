package io.github.migratemaven.liquibase;

import io.github.migratemaven.liquibase.SourcePlaces.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was looked at to read a changelog, and one digest of what was found there. The digest alone tells whether anything
 * changed; the rest says where to look.
 *
 * @param paths that were looked up: true where the content was read, too, false where only its being there counts
 * @param listings folders that were searched: true where every file found was read, none of which is in {@code paths}
 * @param names of the parameters that were asked for
 * @param digest SHA-256 in hex; see {@link SealCheck#digest}
 */
record Seal(
        SortedMap<String, Boolean> paths,
        SortedMap<Listing, Boolean> listings,
        SortedSet<String> names,
        String digest) {
    private static final String SEPARATOR = "\u0000";

    String encoded() {
        List<String> lines = new ArrayList<>();
        lines.add(digest);
        listings.forEach((l, all) -> lines.add(
                String.join(SEPARATOR, all ? "A" : "L", l.path(), "" + l.minDepth(), "" + l.maxDepth(), l.ending())));
        names.forEach(name -> lines.add("N" + SEPARATOR + name));
        paths.forEach((path, read) -> lines.add((read ? "R" : "P") + SEPARATOR + path));
        return String.join("\n", lines);
    }

    /** Empty for what {@link #encoded} did not write. */
    static Optional<Seal> decode(String text) {
        String[] lines = text.split("\n");
        Seal seal = new Seal(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), lines[0]);
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(SEPARATOR, -1);
            if (cells.length == 5) {
                seal.listings.put(
                        new Listing(cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3]), cells[4]),
                        cells[0].equals("A"));
            } else if (cells[0].equals("N") && cells.length == 2) {
                seal.names.add(cells[1]);
            } else if (cells.length == 2) {
                seal.paths.put(cells[1], cells[0].equals("R"));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(seal);
    }
}
