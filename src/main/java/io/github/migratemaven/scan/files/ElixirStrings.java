package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.List;

/** A value of a keyword list in Elixir: a string, or a list of strings and other things. */
final class ElixirStrings {
    private ElixirStrings() {}

    /** @return offset past the value; where the value is neither, the offset it was called with */
    static int read(SourceFile file, String text, int from, int end, List<Source> to) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at >= end || text.charAt(at) != '"' && text.charAt(at) != '[') {
            return from;
        }
        boolean list = text.charAt(at) == '[';
        at += list ? 1 : 0;
        while (at < end && text.charAt(at) != ']') {
            if (text.charAt(at) == '"') {
                Source string = JsonText.decode(file, at + 1, '"');
                to.add(string);
                at = string.offset(string.text().length());
                if (!list) {
                    return at + 1;
                }
            }
            at++;
        }
        return Math.min(at + 1, end);
    }
}
