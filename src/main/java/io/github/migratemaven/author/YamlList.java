package io.github.migratemaven.author;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list under {@code databaseChangeLog} in YAML, read line by line so that it can be written back byte for byte. */
final class YamlList implements ListSyntax {
    private static final Pattern ROOT =
            Pattern.compile("(?m)^[\"']?databaseChangeLog[\"']?:[ \\t]*(\\[[ \\t]*])?[ \\t]*(#.*)?\\r?$");
    private static final Pattern ITEM =
            Pattern.compile("(?m)^([ \\t]*)-[ \\t]+(?:\\{[ \\t]*)?[\"']?(\\w+)[\"']?[ \\t]*:");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("[\"']?(\\w+)[\"']?[ \\t]*:[ \\t]*(?:\"([^\"]*)\"|'([^']*)'|([^\\s,}#\"'{][^\\r\\n,}#]*))");

    @Override
    public List<ListEntry> entries(String text) {
        Matcher root = ROOT.matcher(text);
        List<ListEntry> entries = new ArrayList<>();
        if (!root.find()) {
            return entries;
        }
        Matcher item = ITEM.matcher(text);
        int at = root.end();
        String indent = null;
        while (item.find(at)) {
            indent = indent == null ? item.group(1) : indent;
            if (item.group(1).equals(indent)) {
                int end = end(text, item.end(), indent.length());
                entries.add(ListEntry.of(item.group(2), text.substring(item.start(), end), end, ATTRIBUTE));
            }
            at = item.end();
        }
        return entries;
    }

    /** Behind the last line that belongs to the item: deeper than its dash, and neither blank nor a comment. */
    private static int end(String text, int from, int indent) {
        int end = lineEnd(text, from);
        int start = end;
        while (start < text.length()) {
            int next = text.indexOf('\n', start) + 1;
            if (next == 0 || next >= text.length()) {
                break;
            }
            int stop = lineEnd(text, next);
            String line = text.substring(next, stop);
            String content = line.strip();
            if (!content.isEmpty() && line.indexOf(content) <= indent) {
                break;
            }
            if (!content.isEmpty() && !content.startsWith("#")) {
                end = stop;
            }
            start = stop;
        }
        return end;
    }

    /** Before the line's end, be it one or two characters. */
    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        end = end < 0 ? text.length() : end;
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    @Override
    public String with(String text, List<ListEntry> entries, String item) {
        String eol = ListSyntax.lineEnd(text);
        if (!entries.isEmpty()) {
            int end = entries.get(entries.size() - 1).end();
            return text.substring(0, end) + eol + item + text.substring(end);
        }
        Matcher root = ROOT.matcher(text);
        if (!root.find()) {
            return text;
        }
        int end = root.end() > root.start() && text.charAt(root.end() - 1) == '\r' ? root.end() - 1 : root.end();
        String head = text.substring(0, end);
        if (root.group(1) != null) {
            head = text.substring(0, root.start(1)).stripTrailing() + text.substring(root.end(1), end);
        }
        return head + eol + item + text.substring(end);
    }

    @Override
    public String include(String text, List<ListEntry> entries, String path) {
        String eol = ListSyntax.lineEnd(text);
        String indent = entries.isEmpty()
                ? "  "
                : entries.get(0).text().substring(0, entries.get(0).text().indexOf('-'));
        return indent + "- include:" + eol + indent + "    file: " + path + eol + indent
                + "    relativeToChangelogFile: true";
    }
}
