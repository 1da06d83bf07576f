package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;
import java.util.Arrays;

/** A growing text, each character of which knows its index in the text that it was read from. */
final class Chars {
    private final StringBuilder text = new StringBuilder();
    private int first;
    /** Index of each character; null while they stand side by side from {@link #first} on. */
    private int[] at;

    /** Characters that stand side by side in the source, from an index on. */
    void add(CharSequence part, int start, int end, int from) {
        if (start >= end) {
            return;
        }
        if (text.length() == 0 && at == null) {
            first = from;
        } else if (at == null && from != first + text.length()) {
            spread();
        }
        if (at != null) {
            grow(text.length() + end - start);
            for (int i = start; i < end; i++) {
                at[text.length() + i - start] = from + i - start;
            }
        }
        text.append(part, start, end);
    }

    void add(char c, int from) {
        add(String.valueOf(c), 0, 1, from);
    }

    /** A text that stands for one place as a whole: what a variable comes to. */
    void standing(CharSequence part, int from) {
        if (part.length() == 0) {
            return;
        }
        spread();
        grow(text.length() + part.length());
        Arrays.fill(at, text.length(), text.length() + part.length(), from);
        text.append(part);
    }

    void add(Chars other) {
        if (other.at == null) {
            add(other.text, 0, other.text.length(), other.first);
            return;
        }
        spread();
        grow(text.length() + other.text.length());
        System.arraycopy(other.at, 0, at, text.length(), other.text.length());
        text.append(other.text);
    }

    private void spread() {
        if (at == null) {
            at = new int[Math.max(16, text.length() * 2)];
            for (int i = 0; i < at.length; i++) {
                at[i] = first + i;
            }
        }
    }

    private void grow(int length) {
        if (length > at.length) {
            at = Arrays.copyOf(at, Math.max(length, at.length * 2));
        }
    }

    int length() {
        return text.length();
    }

    String text() {
        return text.toString();
    }

    /** Index in the source of a character of this text. */
    int at(int index) {
        return at == null ? first + index : at[index];
    }

    /** With places in the file instead of indices. */
    Traced traced(Source source, int end) {
        int[] offsets = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            offsets[i] = source.offset(at(i));
        }
        offsets[text.length()] = source.offset(end);
        return new Traced(source.file(), text.toString(), offsets);
    }
}
