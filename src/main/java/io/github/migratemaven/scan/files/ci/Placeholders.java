package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.MappedText;
import java.util.Map;

/** Placeholders that a system fills in before a shell sees the text: they become an expansion that any shell reader can read. */
final class Placeholders {
    private Placeholders() {}

    static Source readable(Source source, String open, String close) {
        return readable(source, open, close, Map.of());
    }

    /**
     * Only what stands between the two marks on one line and looks like a name is a placeholder.
     *
     * @param known what some of them are filled with
     */
    static Source readable(Source source, String open, String close, Map<String, String> known) {
        String text = source.text();
        int at = text.indexOf(open);
        if (at < 0) {
            return source;
        }
        MappedText readable = new MappedText();
        int done = 0;
        while (at >= 0) {
            int end = close(text, at + open.length(), close);
            String name = end < 0 ? "" : text.substring(at + open.length(), end).strip();
            if (isName(name)) {
                readable.append(source, done, at);
                readable.append(known.getOrDefault(name, "${" + name + '}'), source.offset(at));
                done = end + close.length();
            }
            at = text.indexOf(open, Math.max(done, at + open.length()));
        }
        readable.append(source, done, text.length());
        return readable.toSource(source.file(), source.offset(text.length()));
    }

    private static int close(String text, int start, String close) {
        for (int i = start; i < Math.min(text.length(), start + 200); i++) {
            if (text.startsWith(close, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-');
    }
}
