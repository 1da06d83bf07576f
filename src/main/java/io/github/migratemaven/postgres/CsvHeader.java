package io.github.migratemaven.postgres;

import java.util.ArrayList;
import java.util.List;

/** The first line of a CSV file: the names of its columns. */
final class CsvHeader {
    private CsvHeader() {}

    /** Quotes as in RFC 4180; blanks around names are taken off, a byte order mark, too. */
    static List<String> of(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                boolean pair = quoted && at + 1 < text.length() && text.charAt(at + 1) == '"';
                name.append(pair ? "\"" : "");
                at += pair ? 1 : 0;
                quoted = pair || !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && c == ',') {
                names.add(name.toString().strip());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString().strip());
        return names;
    }
}
