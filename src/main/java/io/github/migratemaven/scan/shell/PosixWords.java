package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;

/**
 * Reads words by the rules of POSIX (Shell Command Language, 2.2 Quoting and 2.6 Word Expansions) and bash's additions. Commands
 * within a word, {@code $( )} and the like, are handed to the parser as they are met.
 */
final class PosixWords {
    /** How far the end of {@code ((} is looked for. */
    private static final int LOOK_AHEAD = 2_000;

    private final Cursor cursor;
    private final PosixParser parser;
    /** From here on there is no {@code }}}. */
    private int noDoubleBrace = Integer.MAX_VALUE;

    PosixWords(Cursor cursor, PosixParser parser) {
        this.cursor = cursor;
        this.parser = parser;
    }

    static boolean isMeta(int c) {
        return c == ' '
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c == ';'
                || c == '&'
                || c == '|'
                || c == '<'
                || c == '>'
                || c == '('
                || c == ')'
                || c == Cursor.END;
    }

    /** The word that begins at the cursor; it may be empty when a character that ends words stands there. */
    RawWord word() {
        int start = cursor.at;
        WordBuilder word = new WordBuilder();
        while (true) {
            int c = cursor.peek();
            if ((c == '<' || c == '>') && cursor.peek(1) == '(' && cursor.at == start) {
                substitution(word, 2, false);
            } else if (isMeta(c)) {
                return word.word(start, cursor.at);
            } else if (!cursor.skipContinuation()) {
                unquoted(word, (char) c);
            }
        }
    }

    /** A whole text as a here-document's body. */
    RawWord body() {
        WordBuilder word = new WordBuilder();
        inside(word, Cursor.END, true);
        return word.word(0, cursor.at);
    }

    private void unquoted(WordBuilder word, char c) {
        switch (c) {
            case '\\' -> {
                int escaped = Math.min(cursor.at + 1, cursor.text.length());
                word.text(cursor.text, escaped, Math.min(escaped + 1, cursor.text.length()), escaped, true);
                cursor.at = Math.min(escaped + 1, cursor.text.length());
            }
            case '\'' -> single(word);
            case '"' -> {
                cursor.skip();
                word.text("", 0, 0, cursor.at, true);
                inside(word, '"', true);
            }
            case '`' -> backtick(word, false);
            case '$' -> dollar(word, false);
            default -> {
                int end = cursor.at;
                while (!isMeta(cursor.peek(end - cursor.at)) && "\\'\"`$".indexOf(cursor.text.charAt(end)) < 0) {
                    end++;
                }
                word.text(cursor.text, cursor.at, end, cursor.at, false);
                cursor.at = end;
            }
        }
    }

    private void single(WordBuilder word) {
        int start = cursor.at + 1;
        int end = cursor.text.indexOf('\'', start);
        end = end < 0 ? cursor.text.length() : end;
        word.text(cursor.text, start, end, start, true);
        cursor.at = Math.min(end + 1, cursor.text.length());
    }

    /** Up to a closing character: of double quotes, of a here-document (its end), of a default within {@code ${ }}. */
    private void inside(WordBuilder word, int stop, boolean quoted) {
        while (!cursor.ended()) {
            char c = cursor.text.charAt(cursor.at);
            if (c == stop) {
                cursor.skip();
                return;
            }
            if (cursor.skipContinuation()) {
                continue;
            }
            if (c == '\\') {
                escape(word, stop, quoted);
            } else if (c == '`') {
                backtick(word, quoted);
            } else if (c == '$') {
                dollar(word, quoted);
            } else if (c == '"' && stop == '}') {
                cursor.skip();
                word.text("", 0, 0, cursor.at, true);
                inside(word, '"', true);
            } else if (c == '\'' && !quoted) {
                single(word);
            } else {
                int end = cursor.at + 1;
                while (end < cursor.text.length() && "\\'\"`$}".indexOf(cursor.text.charAt(end)) < 0) {
                    end++;
                }
                word.text(cursor.text, cursor.at, end, cursor.at, quoted);
                cursor.at = end;
            }
        }
    }

    private void escape(WordBuilder word, int stop, boolean quoted) {
        int next = cursor.peek(1);
        boolean escapes = next != Cursor.END && (!quoted || "$`\\".indexOf(next) >= 0 || next == stop || stop == '}');
        int from = escapes ? cursor.at + 1 : cursor.at;
        word.text(cursor.text, from, from + 1, from, true);
        cursor.at = from + 1;
    }

    private void dollar(WordBuilder word, boolean quoted) {
        int start = cursor.at;
        int next = cursor.peek(1);
        if (next == '(') {
            int end = cursor.peek(2) == '(' ? arithmeticEnd(start + 1) : -1;
            if (end >= 0) {
                cursor.at = end;
                word.part(new Part.Opaque(quoted, start, end));
            } else {
                substitution(word, 2, quoted);
            }
        } else if (next == '{') {
            braced(word, quoted);
        } else if (next == '\'' && !quoted) {
            cursor.at += 2;
            AnsiQuote.read(cursor, word);
        } else if (next == '"' && !quoted) {
            cursor.skip();
        } else if (Cursor.startsName(next)) {
            int end = cursor.nameEnd(start + 1);
            cursor.at = end;
            String name = cursor.text.substring(start + 1, end);
            word.part(new Part.Variable(name, '\0', null, false, quoted, start, end));
        } else if (next != Cursor.END && (next >= '0' && next <= '9' || "@*#?-$!".indexOf(next) >= 0)) {
            cursor.at += 2;
            String name = cursor.text.substring(start + 1, start + 2);
            word.part(new Part.Variable(name, '\0', null, name.equals("@"), quoted, start, start + 2));
        } else {
            word.text('$', start, quoted);
            cursor.skip();
        }
    }

    /** A command in a word: {@code $(}, {@code <(}, {@code >(}. */
    private void substitution(WordBuilder word, int opening, boolean quoted) {
        int start = cursor.at;
        if (cursor.depth >= Budget.DEPTH) {
            word.text(cursor.text, start, start + 1, start, quoted);
            cursor.skip();
            if (!quoted) {
                cursor.at = start + opening;
            }
            return;
        }
        cursor.at += opening;
        parser.substituted();
        word.part(new Part.Opaque(quoted, start, cursor.at));
    }

    private void braced(WordBuilder word, boolean quoted) {
        int start = cursor.at;
        if (cursor.peek(2) == '{') {
            // ${{ … }} belongs to GitHub Actions, which puts a text there before any shell sees it.
            int end = start >= noDoubleBrace ? -1 : cursor.text.indexOf("}}", start);
            noDoubleBrace = end < 0 ? Math.min(noDoubleBrace, start) : noDoubleBrace;
            cursor.at = end < 0 ? start + 3 : end + 2;
            word.part(new Part.Opaque(quoted, start, cursor.at));
            return;
        }
        if (cursor.depth >= Budget.DEPTH) {
            word.text(cursor.text, start, start + 2, start, quoted);
            cursor.at += 2;
            return;
        }
        cursor.at += 2;
        boolean unknown = (cursor.peek() == '#' || cursor.peek() == '!') && cursor.peek(1) != '}';
        cursor.at += unknown ? 1 : 0;
        int nameAt = cursor.at;
        int end = cursor.nameEnd(nameAt);
        while (end == cursor.at && Character.isDigit(cursor.peek(end - nameAt))) {
            end = digitsEnd(end);
        }
        end = end == nameAt && !cursor.ended() && "@*#?-$!".indexOf(cursor.peek()) >= 0 ? end + 1 : end;
        String name = cursor.text.substring(nameAt, end);
        cursor.at = end;
        boolean all = name.equals("@") || cursor.take("[@]") || cursor.take("[*]");
        cursor.take(":");
        int operator = cursor.peek();
        unknown |= operator != '}' && "-=+?".indexOf(operator) < 0;
        RawWord operand = null;
        if (operator == '}') {
            cursor.skip();
        } else {
            cursor.at += unknown || cursor.ended() ? 0 : 1;
            operand = operand(quoted);
        }
        char kind = unknown || operator == '?' ? 'x' : operator == '}' ? '\0' : (char) operator;
        // ${X:?message} is $X, or nothing runs.
        kind = !unknown && operator == '?' ? '\0' : kind;
        RawWord value = kind == '-' || kind == '=' || kind == '+' ? operand : null;
        word.part(new Part.Variable(name, kind, value, all, quoted, start, cursor.at));
    }

    private int digitsEnd(int from) {
        int end = from;
        while (end < cursor.text.length() && Character.isDigit(cursor.text.charAt(end))) {
            end++;
        }
        return end;
    }

    private RawWord operand(boolean quoted) {
        int start = cursor.at;
        WordBuilder operand = new WordBuilder();
        cursor.depth++;
        inside(operand, '}', quoted);
        cursor.depth--;
        return operand.word(start, Math.max(start, cursor.at - 1));
    }

    private void backtick(WordBuilder word, boolean quoted) {
        int start = cursor.at;
        Chars inner = new Chars();
        int i = start + 1;
        for (; i < cursor.text.length() && cursor.text.charAt(i) != '`'; i++) {
            boolean escape = cursor.text.charAt(i) == '\\'
                    && i + 1 < cursor.text.length()
                    && "`\\$".indexOf(cursor.text.charAt(i + 1)) >= 0;
            i += escape ? 1 : 0;
            inner.add(cursor.text, i, i + 1, i);
        }
        cursor.at = Math.min(i + 1, cursor.text.length());
        Source text = inner.traced(cursor.source, i).source();
        parser.inner(text);
        word.part(new Part.Opaque(quoted, start, cursor.at));
    }

    /** @param at of {@code ((}. @return past {@code ))}, or -1: it is a subshell in a subshell */
    int arithmeticEnd(int at) {
        int open = 0;
        int last = Math.min(cursor.text.length(), at + LOOK_AHEAD);
        for (int i = at; i < last; i++) {
            char c = cursor.text.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ')' && open == 1) {
                return i + 1 < cursor.text.length() && cursor.text.charAt(i + 1) == ')' ? i + 2 : -1;
            }
            if (open == 0) {
                return -1;
            }
        }
        return -1;
    }
}
