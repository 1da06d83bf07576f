package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings that stand on a command line: {@code --spring.jpa.hibernate.ddl-auto=update}, {@code -Dhibernate.hbm2ddl.auto=create},
 * {@code -e SPRING_JPA_HIBERNATE_DDL_AUTO=update}, in a variable in front of the command or exported above it, or nested in
 * another option's value.
 */
final class SettingWords {
    private static final int DEEPEST = 3;
    /** How far above a command its variables are looked for, so that a long script costs no square of its length. */
    private static final int FARTHEST = 65_536;
    /** A longer word is data. */
    private static final int LONGEST = 20_000;

    private SettingWords() {}

    /** @param start where its word stands in the command's source */
    record Found(String key, String value, int start) {
        String shown() {
            return key + '=' + value;
        }
    }

    static List<Found> in(Command command) {
        List<Found> found = new ArrayList<>();
        for (Word word : command.words()) {
            if (word.text().indexOf('=') > 0) {
                pieces(word.text(), word.start(), 0, found);
            }
        }
        return found;
    }

    /** A variable that the command runs with, and the options that its value may hold ({@code JAVA_OPTS}). */
    static List<Found> variable(String name, String value) {
        List<Found> found = new ArrayList<>(1);
        pieces(name + '=' + value, 0, 0, found);
        return found;
    }

    /** Whether a value is options of a program, not a text that speaks of one: it has signs of such, or its name says so. */
    static boolean mayHoldOptions(String key, String value) {
        String name = SettingKey.plain(key);
        return value.startsWith("-")
                || value.contains(" -")
                || value.contains("=-D")
                || name.endsWith("opts")
                || name.endsWith("options")
                || name.endsWith("args")
                || name.endsWith("arguments")
                || name.endsWith("flags")
                || name.endsWith("parameters");
    }

    /** A value that holds options. */
    static List<Found> options(String value) {
        List<Found> found = new ArrayList<>();
        pieces(value, 0, 1, found);
        return found;
    }

    /**
     * Where a variable is set for a command, in front of it or exported above it: the same place for every command that it
     * holds for. Negative when that is not in this text: who set it there knows it as a setting.
     */
    static int assignment(Command command, String name) {
        String whole = command.source().text();
        int from = Math.min(command.words().get(0).start(), whole.length());
        int first = Math.max(0, from - FARTHEST);
        String text = whole.substring(first, Math.min(from + 1, whole.length()));
        for (int at = text.lastIndexOf(name); at >= 0; at = text.lastIndexOf(name, at - 1)) {
            int end = at + name.length();
            boolean alone = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '_';
            while (end < text.length() && text.charAt(end) == ' ') {
                end++;
            }
            if (alone && end < text.length() && text.charAt(end) == '=') {
                return first + at;
            }
        }
        return -1;
    }

    private static void pieces(String text, int start, int depth, List<Found> found) {
        if (text.length() > LONGEST) {
            return;
        }
        int document = text.indexOf("={");
        if (document > 0 && SettingKey.plain(text.substring(0, document)).endsWith("springapplicationjson")) {
            JsonKeys.of(text.substring(document + 1)).forEach((key, value) -> found.add(new Found(key, value, start)));
            return;
        }
        List<String> parts = new ArrayList<>(1);
        Tokens.split(text, depth > 0 ? " \t\n,\"'" : " \t\n", parts);
        for (String part : parts) {
            int from = part.startsWith("--") || part.startsWith("-D") || part.startsWith("-P") ? 2 : 0;
            int equals = part.indexOf('=', from);
            if (equals <= from) {
                continue;
            }
            // A value with blanks was cut at the first: what it holds beyond may be options only as a whole.
            String value = parts.size() > 1 && part == parts.get(0) && from == 0
                    ? text.substring(text.indexOf('=') + 1)
                    : part.substring(equals + 1);
            if (depth < DEEPEST && (value.startsWith("-") || value.contains("=-D") || value.startsWith("\"-"))) {
                pieces(value, start, depth + 1, found);
            } else {
                found.add(new Found(part.substring(from, equals), part.substring(equals + 1), start));
            }
        }
    }
}
