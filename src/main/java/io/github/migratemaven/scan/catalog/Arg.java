package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.shell.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * One argument of a tool.
 *
 * @param name an option's name with its dashes, without {@code =value}; {@code null} for what is no option
 * @param value what stands behind an option's {@code =}; {@code null} where nothing does
 */
record Arg(String text, boolean unknown, String name, String value) {
    static List<Arg> of(List<Word> words) {
        List<Arg> args = new ArrayList<>(words.size());
        for (Word word : words) {
            args.add(of(word.text(), !word.literal() && word.text().startsWith("$")));
        }
        return args;
    }

    static Arg of(String text, boolean unknown) {
        if (text.length() < 2 || text.charAt(0) != '-' || text.equals("--") || Character.isDigit(text.charAt(1))) {
            return new Arg(text, unknown, null, null);
        }
        int equals = text.indexOf('=');
        return equals < 0
                ? new Arg(text, unknown, text, null)
                : new Arg(text, unknown, text.substring(0, equals), text.substring(equals + 1));
    }

    boolean option() {
        return name != null;
    }
}
