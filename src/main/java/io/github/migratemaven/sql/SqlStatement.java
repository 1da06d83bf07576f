package io.github.migratemaven.sql;

/**
 * One statement of a script.
 *
 * @param text from its first to its last token: no comments around it, no semicolon
 * @param start where its first token starts in the script, in {@code char}s
 * @param end where its last token ends, exclusive
 */
public record SqlStatement(String text, int start, int end) {}
