package io.github.migratemaven.author;

import java.util.List;

/** How a format writes a changelog that lists others. Pure functions of a file's text. */
interface ListSyntax {
    /** The items in their order; empty for a text that is not understood. */
    List<ListEntry> entries(String text);

    /**
     * The text with one more item at the end; nothing else of it changes.
     *
     * @param item as {@link #include} or {@link ListEntry#withPath} gives it
     * @param entries of this text
     */
    String with(String text, List<ListEntry> entries, String item);

    /** An item that includes a file beside this one. */
    String include(String text, List<ListEntry> entries, String path);

    /** Of a file; null for formatted SQL, which cannot include anything. */
    static ListSyntax of(String file) {
        return switch (ChangesetFormat.ofFile(file)) {
            case YAML -> new YamlList();
            case XML -> new XmlList();
            case JSON -> new JsonList();
            case SQL -> null;
        };
    }

    static String lineEnd(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The blanks before the text at an offset, if nothing else stands before it in its line. */
    static String indent(String text, int offset) {
        int start = offset;
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return start == 0 || text.charAt(start - 1) == '\n' ? text.substring(start, offset) : "";
    }
}
