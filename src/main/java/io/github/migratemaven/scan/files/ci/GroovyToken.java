package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Source;

/**
 * One token of Groovy, as far as reading calls needs it.
 *
 * @param text a word with its dots, a punctuation mark, a line's end; of a string what it comes to
 */
record GroovyToken(Kind kind, Source text) {
    enum Kind {
        WORD,
        STRING,
        MARK,
        LINE_END
    }

    boolean is(char mark) {
        return kind == Kind.MARK && text.text().charAt(0) == mark;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.text().equals(word);
    }
}
