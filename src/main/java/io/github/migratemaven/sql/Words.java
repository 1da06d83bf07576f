package io.github.migratemaven.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A place in the significant tokens of one statement, to read on from; what takes something moves it. */
final class Words {
    private final String sql;
    private final List<Token> tokens;
    private int at;

    private Words(String sql, List<Token> tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    static Words of(String sql) {
        return new Words(
                sql, SqlLexer.lex(sql).stream().filter(Token::significant).toList());
    }

    /** The same place, to look further without moving this one. */
    Words copy() {
        Words copy = new Words(sql, tokens);
        copy.at = at;
        return copy;
    }

    boolean done() {
        return at >= tokens.size();
    }

    /** Whether these keywords or signs come next. */
    boolean at(String... words) {
        return matches(at, words);
    }

    boolean take(String... words) {
        boolean found = at(words);
        if (found) {
            at += words.length;
        }
        return found;
    }

    boolean takeAny(String... words) {
        for (String word : words) {
            if (take(word)) {
                return true;
            }
        }
        return false;
    }

    /** The next token as it is written, and moves past it; empty string at the end. */
    String next() {
        return done() ? "" : tokens.get(at++).text(sql);
    }

    /** Whether the next token is an unquoted word. */
    boolean atWord() {
        return !done() && tokens.get(at).kind() == Token.Kind.WORD;
    }

    boolean atIdentifier() {
        return !done() && tokens.get(at).identifier();
    }

    /** Takes a name with its qualifiers, as written but without blanks. */
    Optional<String> name() {
        if (!atIdentifier()) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(next());
        while (at(".") && at + 1 < tokens.size() && tokens.get(at + 1).identifier()) {
            name.append(next()).append(next());
        }
        return Optional.of(name.toString());
    }

    /** Takes {@code [ONLY] name [*] [(columns)] [, …]}, the names alone. */
    List<String> tables() {
        List<String> names = new ArrayList<>();
        do {
            take("ONLY");
            Optional<String> name = name();
            if (name.isEmpty()) {
                break;
            }
            names.add(name.get());
            take("*");
            parentheses();
        } while (take(","));
        return names;
    }

    /** Takes what stands in brackets, if they open here. */
    Words parentheses() {
        if (!at("(")) {
            return new Words(sql, List.of());
        }
        int open = at;
        at = close(at);
        int last = Math.min(at, tokens.size());
        return new Words(sql, tokens.subList(open + 1, Math.max(open + 1, tokenIs(last - 1, ")") ? last - 1 : last)));
    }

    /** Moves behind the next place outside brackets where these words stand; stays if there is none. */
    boolean seek(String... words) {
        for (int i = at; i < tokens.size(); i = close(i)) {
            if (matches(i, words)) {
                at = i + words.length;
                return true;
            }
        }
        return false;
    }

    /** Moves behind the first of these words that stands outside brackets, and says which; stays if there is none. */
    Optional<String> seekFirst(String... words) {
        for (int i = at; i < tokens.size(); i = close(i)) {
            for (String word : words) {
                if (tokenIs(i, word)) {
                    at = i + 1;
                    return Optional.of(word);
                }
            }
        }
        return Optional.empty();
    }

    /** What stands in each pair of brackets from here on, the outermost ones. */
    List<Words> groups() {
        List<Words> groups = new ArrayList<>();
        Words from = copy();
        while (from.at < tokens.size()) {
            if (from.at("(")) {
                groups.add(from.parentheses());
            } else {
                from.at++;
            }
        }
        return groups;
    }

    /** Whether these words stand anywhere from here on, outside brackets. */
    boolean has(String... words) {
        return copy().seek(words);
    }

    /** The rest, cut at the commas outside brackets. */
    List<Words> parts() {
        List<Words> parts = new ArrayList<>();
        int start = at;
        for (int i = at; i < tokens.size(); i = close(i)) {
            if (tokenIs(i, ",")) {
                parts.add(new Words(sql, tokens.subList(start, i)));
                start = i + 1;
            }
        }
        if (start < tokens.size()) {
            parts.add(new Words(sql, tokens.subList(start, tokens.size())));
        }
        return parts;
    }

    /** The functions called from here on, brackets included, up to the first of these words outside brackets. */
    Set<String> callsUntil(String... words) {
        Set<String> calls = new LinkedHashSet<>();
        int stop = copy().indexOf(words);
        Words from = copy();
        while (from.at < stop) {
            // The name behind "::" or AS is a type: numeric(10, 2).
            boolean type = tokenIs(from.at - 1, "::") || tokenIs(from.at - 1, "AS");
            Optional<String> name = from.name();
            if (name.isEmpty()) {
                from.at++;
            } else if (!type && from.at("(")) {
                calls.add(name.get());
            }
        }
        return calls;
    }

    private int indexOf(String... words) {
        return seekFirst(words).isPresent() ? at - 1 : tokens.size();
    }

    /** The index behind the token at {@code i}, or behind its closing bracket where it opens one. */
    private int close(int i) {
        int depth = 0;
        for (int j = i; j < tokens.size(); j++) {
            if (tokenIs(j, "(") || tokenIs(j, "[")) {
                depth++;
            } else if (tokenIs(j, ")") || tokenIs(j, "]")) {
                depth--;
            }
            if (depth <= 0) {
                return j + 1;
            }
        }
        return tokens.size();
    }

    private boolean matches(int from, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!tokenIs(from + i, words[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean tokenIs(int i, String word) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(sql, word);
    }
}
