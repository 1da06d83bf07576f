package io.github.migratemaven.author;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The children of {@code databaseChangeLog} in XML. */
final class XmlList implements ListSyntax {
    private static final Pattern TOKEN = Pattern.compile("(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<![^>]*>"
            + "|<(/?)([\\w:.-]+)(?:[^>\"']|\"[^\"]*\"|'[^']*')*?(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    @Override
    public List<ListEntry> entries(String text) {
        List<ListEntry> entries = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int depth = 0;
        int start = 0;
        String kind = "";
        while (token.find()) {
            if (token.group(2) == null) {
                continue;
            }
            boolean closes = !token.group(1).isEmpty();
            boolean empty = !token.group(3).isEmpty();
            if (!closes && depth == 1) {
                start = token.start();
                kind = token.group(2).replaceAll("^.*:", "");
            }
            depth += closes ? -1 : empty ? 0 : 1;
            if (depth == 1 && (closes || empty)) {
                entries.add(ListEntry.of(kind, text.substring(start, token.end()), token.end(), ATTRIBUTE));
            }
        }
        return entries;
    }

    @Override
    public String with(String text, List<ListEntry> entries, String item) {
        String eol = ListSyntax.lineEnd(text);
        if (entries.isEmpty()) {
            int end = text.lastIndexOf("</");
            return end < 0 ? text : text.substring(0, end) + "    " + item + eol + text.substring(end);
        }
        ListEntry last = entries.get(entries.size() - 1);
        String indent = ListSyntax.indent(text, last.end() - last.text().length());
        return text.substring(0, last.end()) + eol + indent + item + text.substring(last.end());
    }

    @Override
    public String include(String text, List<ListEntry> entries, String path) {
        Matcher root = Pattern.compile("<([\\w.-]+:)?databaseChangeLog").matcher(text);
        String prefix = root.find() && root.group(1) != null ? root.group(1) : "";
        return "<" + prefix + "include file=\"" + path + "\" relativeToChangelogFile=\"true\"/>";
    }
}
