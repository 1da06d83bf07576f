package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.MappedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads HCL (Terraform, Nomad) for its attributes with texts: {@code name = "…"}, {@code name = ["…"]}, heredocs. Linear. */
final class HclReader {
    /**
     * @param blocks headers of the blocks around it, outermost first: {@code provisioner local-exec}
     * @param values its texts
     */
    record Attribute(List<String> blocks, String name, List<Source> values, boolean list) {}

    private static final int MAX_DEPTH = 100;

    private final SourceFile file;
    private final String text;
    private final List<Attribute> attributes = new ArrayList<>();
    private final Deque<String> blocks = new ArrayDeque<>();
    private final StringBuilder header = new StringBuilder();
    private String name;
    private boolean list;
    private List<Source> values = new ArrayList<>();
    private int at;

    private HclReader(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    static List<Attribute> read(SourceFile file) {
        HclReader reader = new HclReader(file);
        while (reader.at < reader.text.length()) {
            reader.next();
        }
        reader.end();
        return reader.attributes;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '#' || text.startsWith("//", at)) {
            at = lineEnd(at);
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
        } else if (c == '"') {
            take(string());
        } else if (text.startsWith("<<", at)) {
            heredoc();
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else {
            mark(c);
            at++;
        }
    }

    private void mark(char c) {
        switch (c) {
            case '=' -> {
                String words = header.toString().strip();
                name = words.substring(words.lastIndexOf(' ') + 1);
                values = new ArrayList<>();
                list = false;
                header.setLength(0);
            }
            case '[' -> list = true;
            case ']' -> {
                end();
                list = false;
            }
            case '{' -> {
                String block = name != null && header.isEmpty()
                        ? name
                        : header.toString().strip();
                name = null;
                if (blocks.size() < MAX_DEPTH) {
                    blocks.addLast(block);
                }
                header.setLength(0);
            }
            case '}' -> {
                end();
                blocks.pollLast();
            }
            case '\n' -> {
                if (!list) {
                    end();
                }
            }
            default -> {
                // Operators, commas, numbers.
            }
        }
    }

    private void end() {
        if (name != null && !values.isEmpty()) {
            attributes.add(new Attribute(List.copyOf(blocks), name, List.copyOf(values), list));
        }
        name = null;
        header.setLength(0);
    }

    private void take(Source value) {
        if (name != null) {
            values.add(value);
        } else if (header.length() < 200) {
            header.append(value.text()).append(' ');
        }
    }

    private void word() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (name == null && header.length() < 200) {
            header.append(text, start, at).append(' ');
        }
    }

    private Source string() {
        MappedText value = new MappedText();
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n') {
            if (text.startsWith("${", i)) {
                i = expression(i, value);
            } else if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                char escaped = text.charAt(i + 1);
                value.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped, i);
                i += 2;
            } else {
                value.append(text.charAt(i), i++);
            }
        }
        at = Math.min(i + 1, text.length());
        return value.toSource(file, Math.min(i, text.length()));
    }

    private int expression(int start, MappedText value) {
        value.append('$', start);
        value.append('{', start + 1);
        int depth = 1;
        int i = start + 2;
        while (i < text.length() && depth > 0 && text.charAt(i) != '\n') {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth > 0) {
                value.append(Character.isLetterOrDigit(c) || c == '.' ? c : '_', i);
            }
            i++;
        }
        value.append('}', i - 1);
        return i;
    }

    private void heredoc() {
        int start = at + 2;
        start += start < text.length() && text.charAt(start) == '-' ? 1 : 0;
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end == start) {
            at += 2;
            return;
        }
        String delimiter = text.substring(start, end);
        int first = Math.min(lineEnd(end) + 1, text.length());
        int line = first;
        while (line < text.length()
                && !text.substring(line, lineEnd(line)).strip().equals(delimiter)) {
            line = Math.min(lineEnd(line) + 1, text.length());
        }
        take(Source.slice(file, first, line));
        at = line < text.length() ? lineEnd(line) : line;
    }

    private int lineEnd(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
