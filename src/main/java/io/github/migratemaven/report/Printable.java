package io.github.migratemaven.report;

import io.github.migratemaven.model.Visible;
import java.util.regex.Pattern;

/**
 * Makes foreign text (ids, paths, server messages) safe to show: what a changelog's author wrote must not move a
 * terminal's cursor, end a comment, or speak to the CI server that reads our log.
 */
final class Printable {
    /** {@code ##[error]}, {@code ##vso[}, {@code ##teamcity[}: CI servers take these anywhere in a line as commands. */
    private static final Pattern LOG_COMMAND = Pattern.compile("##(?=\\w*\\[)");

    private Printable() {}

    /**
     * One line: control characters, line and paragraph separators, bidirectional and other invisible format characters and
     * broken surrogates appear as escapes ({@code \n}, {@code \u001b}); null as nothing.
     */
    static String line(String text) {
        return Visible.line(text);
    }

    /**
     * A line of a log, finished: a CI server that reads it finds no command of its own in it. The character that would make it
     * one gives way to one that looks like it and is as wide.
     */
    static String logged(String line) {
        String plain = LOG_COMMAND.matcher(line).replaceAll("\u266f#");
        return plain.stripLeading().startsWith("::") ? plain.replaceFirst(":", "\u2236") : plain;
    }
}
