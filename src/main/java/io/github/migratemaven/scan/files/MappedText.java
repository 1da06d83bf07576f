package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.Arrays;

/** Text under construction, each character with the offset in the file that it comes from. */
public final class MappedText {
    private final StringBuilder text = new StringBuilder();
    private int[] offsets = new int[64];

    public void append(char c, int offset) {
        if (text.length() == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[text.length()] = offset;
        text.append(c);
    }

    public void append(CharSequence all, int offset) {
        for (int i = 0; i < all.length(); i++) {
            append(all.charAt(i), offset);
        }
    }

    public void appendCodePoint(int codePoint, int offset) {
        append(Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\uFFFD", offset);
    }

    /** A part of the file as it stands there. */
    public void append(String file, int start, int end) {
        for (int i = start; i < end; i++) {
            append(file.charAt(i), i);
        }
    }

    /** A part of another text, with its places. */
    public void append(Source source, int start, int end) {
        for (int i = start; i < end; i++) {
            append(source.text().charAt(i), source.offset(i));
        }
    }

    public int length() {
        return text.length();
    }

    /** The text without its last characters. */
    public void truncate(int length) {
        text.setLength(length);
    }

    /** @param end offset in the file past the last character */
    public Source toSource(SourceFile file, int end) {
        int[] all = Arrays.copyOf(offsets, text.length() + 1);
        all[text.length()] = end;
        return Source.mapped(file, text.toString(), all);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
