package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;

/** {@code A=1 B="two words"}, as {@code ENV} and {@code ARG} write it, and {@code ENV A one value}. */
final class Assignments {
    /** @param value quotes removed */
    record Assignment(String name, String value, Position position) {}

    private Assignments() {}

    /** @param oldForm whether a name may be followed by a blank and its value up to the end */
    static List<Assignment> read(Source source, boolean oldForm) {
        String text = source.text();
        List<Assignment> all = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            StringBuilder word = new StringBuilder();
            at = word(text, at, word);
            int equals = word.indexOf("=");
            if (equals > 0) {
                all.add(new Assignment(word.substring(0, equals), word.substring(equals + 1), source.position(start)));
            } else if (oldForm && all.isEmpty() && !word.isEmpty()) {
                all.add(new Assignment(word.toString(), text.substring(at).strip(), source.position(start)));
                return all;
            }
        }
        return all;
    }

    private static int word(String text, int start, StringBuilder word) {
        char quote = 0;
        int at = start;
        while (at < text.length() && (quote != 0 || !Character.isWhitespace(text.charAt(at)))) {
            char c = text.charAt(at);
            if (c == '\\' && quote != '\'' && at + 1 < text.length()) {
                word.append(text.charAt(++at));
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else {
                word.append(c);
            }
            at++;
        }
        return at;
    }
}
