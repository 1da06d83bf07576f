package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;

/** Here-documents (Shell Command Language, 2.7.4). */
final class PosixHeredoc {
    private PosixHeredoc() {}

    /** From behind {@code <<}: the cursor goes past the delimiter, and its next line break past the body. */
    static Traced read(PosixParser parser, boolean strips) {
        Cursor cursor = parser.cursor;
        RawWord word = parser.words.word();
        String delimiter = delimiter(word, cursor);
        int start = bodyStart(cursor);
        if (start < 0 || delimiter.isEmpty() && word.parts().isEmpty()) {
            return new Traced(cursor.source.file(), "", new int[] {cursor.source.offset(cursor.at)});
        }
        Chars body = new Chars();
        int line = start;
        while (line < cursor.text.length()) {
            int end = cursor.text.indexOf('\n', line);
            int next = end < 0 ? cursor.text.length() : end + 1;
            int from = line;
            while (strips && from < next && cursor.text.charAt(from) == '\t') {
                from++;
            }
            if (isDelimiter(cursor.text, from, end < 0 ? next : end, delimiter)) {
                line = next;
                break;
            }
            body.add(cursor.text, from, next, from);
            line = next;
        }
        cursor.heredocEnd = line;
        Traced text = body.traced(cursor.source, Math.min(line, cursor.text.length()));
        return word.anyQuoted() ? text : expanded(parser, text);
    }

    private static String delimiter(RawWord word, Cursor cursor) {
        StringBuilder delimiter = new StringBuilder();
        for (Part part : word.parts()) {
            if (part instanceof Part.Text text) {
                delimiter.append(text.chars().text());
            } else {
                return cursor.text.substring(word.start(), word.end());
            }
        }
        return delimiter.toString();
    }

    private static boolean isDelimiter(String text, int from, int end, String delimiter) {
        int length = end > from && text.charAt(end - 1) == '\r' ? end - 1 - from : end - from;
        return length == delimiter.length() && text.startsWith(delimiter, from);
    }

    /** Behind the line that the cursor is in, and behind the bodies of that line's earlier here-documents; -1 for nowhere. */
    private static int bodyStart(Cursor cursor) {
        if (cursor.heredocLine >= cursor.at) {
            return cursor.heredocEnd;
        }
        int end = cursor.text.indexOf('\n', cursor.at);
        while (end > 0 && cursor.text.charAt(end - 1) == '\\') {
            end = cursor.text.indexOf('\n', end + 1);
        }
        cursor.heredocLine = end < 0 ? cursor.text.length() : end;
        cursor.heredocEnd = end < 0 ? cursor.text.length() : end + 1;
        return end < 0 ? -1 : end + 1;
    }

    private static Traced expanded(PosixParser parser, Traced text) {
        Reading reading = parser.reading;
        if (parser.cursor.depth >= Budget.DEPTH
                || !reading.budget.spend(text.text().length())) {
            return text;
        }
        Source source = text.source();
        PosixParser inner = new PosixParser(reading, source, parser.cursor.depth + 1);
        RawWord body = inner.words.body();
        if (body.parts().isEmpty()) {
            return text;
        }
        return new Expander(reading.variables, reading.budget, source, 0)
                .whole(body)
                .traced(source);
    }
}
