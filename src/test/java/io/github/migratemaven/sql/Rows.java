package io.github.migratemaven.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tables of {@code statement => expectation}, one row a line, kept as text so that they can be replayed on a server. */
final class Rows {
    private Rows() {}

    static Stream<Arguments> of(String file) {
        try (InputStream in = Objects.requireNonNull(Rows.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Rows::row);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Arguments row(String line) {
        int arrow = line.lastIndexOf(" =>");
        return Arguments.of(line.substring(0, arrow), line.substring(arrow + 3).strip());
    }
}
