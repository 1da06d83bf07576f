package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;

/**
 * A word after expansion.
 *
 * @param origin where its text was written down, if that is elsewhere: it is what one variable holds; else null
 * @param literal whether every character of it is known
 * @param constant whether it has no expansion at all
 */
record Field(Chars chars, String text, Traced origin, boolean literal, boolean constant, int start, int end) {
    static Field of(String text, int start) {
        Chars chars = new Chars();
        chars.add(text, 0, text.length(), start);
        return new Field(chars, text, null, true, true, start, start + text.length());
    }

    /** A word that is not written where it is used. */
    static Field standing(String text, boolean literal, int start, int end) {
        Chars chars = new Chars();
        chars.standing(text, start);
        return new Field(chars, text, null, literal, literal, start, end);
    }

    /** A part of its text, as a word of its own. */
    Field part(int from, int to) {
        Chars part = new Chars();
        for (int i = from; i < to; i++) {
            part.add(text.charAt(i), chars.at(i));
        }
        int at = from < text.length() ? chars.at(from) : end;
        int last = to > from ? chars.at(to - 1) + 1 : at;
        return new Field(part, text.substring(from, to), null, literal, constant, at, Math.max(at, last));
    }

    Traced traced(Source source) {
        return origin != null ? origin : chars.traced(source, end);
    }

    Word word() {
        return new Word(text, literal, start, end);
    }
}
