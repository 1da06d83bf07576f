package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Settings that stand on a command line: {@code --spring.jpa.hibernate.ddl-auto=update}, {@code -Dhibernate.hbm2ddl.auto=create},
 * {@code -e SPRING_JPA_HIBERNATE_DDL_AUTO=update}, {@code export TYPEORM_SYNCHRONIZE=true}, in front of the command or nested
 * in another option's value.
 */
final class SettingWords {
    private static final int DEEPEST = 3;
    /** A longer word is data. */
    private static final int LONGEST = 20_000;
    /** Assignments in front of a command take no more characters than this. */
    private static final int FARTHEST = 2_000;

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
        if (!command.environment().isEmpty()) {
            int end = command.words().get(0).start();
            String front = inFront(command.source().text(), end);
            for (Map.Entry<String, String> variable : command.environment().entrySet()) {
                if (front.contains(variable.getKey() + '=')) {
                    pieces(variable.getKey() + '=' + variable.getValue(), end, 0, found);
                }
            }
        }
        return found;
    }

    /** A value that holds options, such as that of {@code JAVA_OPTS}. */
    static List<Found> options(String value) {
        List<Found> found = new ArrayList<>();
        pieces(value, 0, 1, found);
        return found;
    }

    private static void pieces(String text, int start, int depth, List<Found> found) {
        if (text.length() > LONGEST) {
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

    /**
     * What stands in front of the command's first word and belongs to the same command. A variable that was exported above holds
     * for everything below it: what exports it is found for itself, not every command after.
     */
    private static String inFront(String text, int end) {
        int last = Math.min(end, text.length());
        int start = last;
        while (start > 0 && last - start < FARTHEST && !separates(text, start - 1)) {
            start--;
        }
        return text.substring(start, last);
    }

    private static boolean separates(String text, int at) {
        char c = text.charAt(at);
        if (c == '\n') {
            return at == 0 || text.charAt(at - 1) != '\\' && text.charAt(at - 1) != '`';
        }
        return (c == ';' || c == '&' || c == '|')
                && at + 1 < text.length()
                && Character.isWhitespace(text.charAt(at + 1));
    }
}
