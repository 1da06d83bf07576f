package io.github.migratemaven.roundtrip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The changelogs of {@code src/test/resources/roundtrip}, with what each is run with. */
enum Example {
    /** YAML: includes, properties, every common refactoring. */
    SHOP("db/main.yaml", "test", "core or seed", Map.of()),
    /** XML: preconditions, modifySql, data and blobs from files, custom changes, quoting. */
    LEDGER("db/main.xml", "test", "money", Map.of()),
    /** JSON: escapes, runOrder, tags. */
    LIBRARY("db/main.json", "test", "loans", Map.of()),
    /** Formatted SQL: each of its directives. */
    FLEET("db/main.sql", "test", "core", Map.of()),
    /** Reruns, failures that are allowed, paths, what runs outside a transaction. */
    CLINIC(
            "db/main.yaml",
            "",
            "!extra",
            Map.of("on.change.value", "1", "on.change.comment", "", "on.change.labels", ""));

    private final String path;
    private final String contexts;
    private final String labels;
    private final Map<String, String> parameters;

    Example(String path, String contexts, String labels, Map<String, String> parameters) {
        this.path = path;
        this.contexts = contexts;
        this.labels = labels;
        this.parameters = parameters;
    }

    /** A copy to read, and to edit. */
    Source in(Path folder) {
        Path from = Path.of("src/test/resources/roundtrip", name().toLowerCase(Locale.ROOT));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            if (this == CLINIC) {
                Files.writeString(folder.resolve("db/parts/long.sql"), longSql());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Source(folder, path, contexts, labels, parameters);
    }

    /** Half a megabyte in one statement, then one behind it. */
    private static String longSql() {
        StringBuilder sql = new StringBuilder(
                "--liquibase formatted sql\n--changeset hal:long\nCREATE TABLE long (n int, t text);\nINSERT INTO long VALUES\n");
        for (int n = 0; n < 8_000; n++) {
            sql.append("  (").append(n).append(", 'row number ").append(n).append("; and so on – unendingly'),\n");
        }
        return sql.append("  (-1, 'last');\nUPDATE long SET n = 0 WHERE n = -1;\n")
                .toString();
    }

    /** A changelog on disk and what it is run with. */
    record Source(Path folder, String path, String contexts, String labels, Map<String, String> parameters) {
        Source with(String parameter, String value) {
            Map<String, String> changed = new TreeMap<>(parameters);
            changed.put(parameter, value);
            return new Source(folder, path, contexts, labels, changed);
        }

        List<String> lines(String file) {
            try {
                return Files.readString(folder.resolve(file)).lines().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
