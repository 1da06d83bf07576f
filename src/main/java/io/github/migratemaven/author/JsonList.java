package io.github.migratemaven.author;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The array {@code databaseChangeLog} in JSON. */
final class JsonList implements ListSyntax {
    private static final Pattern ROOT = Pattern.compile("\"databaseChangeLog\"\\s*:\\s*\\[");
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[{}\\[\\]]");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\"(\\w+)\"\\s*:\\s*(?:\"([^\"]*)\"|(true|false|[\\d.]+))");
    private static final Pattern KIND = Pattern.compile("\"(\\w+)\"");

    @Override
    public List<ListEntry> entries(String text) {
        List<ListEntry> entries = new ArrayList<>();
        Matcher root = ROOT.matcher(text);
        if (!root.find()) {
            return entries;
        }
        Matcher token = TOKEN.matcher(text);
        int depth = 0;
        int start = root.end();
        for (int at = root.end(); depth >= 0 && token.find(at); at = token.end()) {
            char c = token.group().charAt(0);
            if (c == '{' || c == '[') {
                start = depth == 0 ? token.start() : start;
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
                if (depth == 0) {
                    String item = text.substring(start, token.end());
                    Matcher kind = KIND.matcher(item);
                    entries.add(ListEntry.of(kind.find() ? kind.group(1) : "", item, token.end(), ATTRIBUTE));
                }
            }
        }
        return entries;
    }

    @Override
    public String with(String text, List<ListEntry> entries, String item) {
        String eol = ListSyntax.lineEnd(text);
        if (entries.isEmpty()) {
            Matcher root = ROOT.matcher(text);
            return root.find()
                    ? text.substring(0, root.end()) + eol + "    " + item + text.substring(root.end())
                    : text;
        }
        ListEntry last = entries.get(entries.size() - 1);
        int start = last.end() - last.text().length();
        boolean ownLine = text.lastIndexOf('\n', start) >= 0
                && text.substring(text.lastIndexOf('\n', start) + 1, start).isBlank();
        String before = ownLine ? "," + eol + ListSyntax.indent(text, start) : ", ";
        return text.substring(0, last.end()) + before + item + text.substring(last.end());
    }

    @Override
    public String include(String text, List<ListEntry> entries, String path) {
        return "{\"include\": {\"file\": " + JsonText.quoted(path) + ", \"relativeToChangelogFile\": true}}";
    }
}
