package io.github.migratemaven.author;

import java.util.List;
import java.util.stream.Collectors;

/** Statements as the text of one {@code sql} change. */
final class SqlBlock {
    private SqlBlock() {}

    /** Statements with their delimiters, one after the other. */
    static String of(List<String> statements) {
        return statements.stream().map(s -> s.strip() + ";").collect(Collectors.joining("\n"));
    }

    /**
     * Whether Liquibase may split the text at its semicolons and take out its comments: not where one stands inside a statement,
     * as in a function's body.
     */
    static boolean splits(List<String> statements) {
        return statements.stream()
                .noneMatch(s -> s.contains(";") || s.contains("--") || s.contains("/*") || s.contains("$"));
    }
}
