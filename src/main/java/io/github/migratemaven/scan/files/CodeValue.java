package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.files.CodeConditions.Where;
import java.util.List;
import java.util.Optional;

/** The value of a property, as tokens. */
record CodeValue(List<CodeToken> tokens) {
    private static final int LONGEST = 60;
    private static final int LARGEST_OBJECT = 400;

    /** The tokens from there to what ends them. */
    static CodeValue of(List<CodeToken> all, int start) {
        int depth = 0;
        int end = start;
        while (end < all.size() && end - start < LONGEST) {
            CodeToken token = all.get(end);
            if (opens(token)) {
                depth++;
            } else if (closes(token)) {
                depth--;
            }
            if (depth < 0 || depth == 0 && (token.is(",") || token.is(";"))) {
                break;
            }
            end++;
        }
        return new CodeValue(all.subList(Math.min(start, all.size()), end));
    }

    /** A property of an object literal, if it is there and on. */
    static Optional<Where> in(List<CodeToken> all, int open, String name) {
        int depth = 0;
        for (int i = open; i + 1 < all.size() && i - open < LARGEST_OBJECT; i++) {
            CodeToken token = all.get(i);
            depth += opens(token) ? 1 : closes(token) ? -1 : 0;
            if (depth == 0) {
                return Optional.empty();
            }
            if (depth == 1
                    && token.kind() != CodeToken.Kind.SIGN
                    && token.text().equals(name)
                    && all.get(i + 1).is(":")) {
                return of(all, i + 2).on();
            }
        }
        return Optional.empty();
    }

    static boolean opens(CodeToken token) {
        return token.is("{") || token.is("(") || token.is("[");
    }

    static boolean closes(CodeToken token) {
        return token.is("}") || token.is(")") || token.is("]");
    }

    /** Where it is true; empty = nowhere, or only a variable knows. */
    Optional<Where> on() {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        int question = index("?");
        int colon = index(":");
        if (question > 0 && colon > question + 1) {
            Where where = CodeConditions.of(tokens.subList(0, question));
            boolean first = tokens.get(question + 1).is("true");
            boolean second = colon + 1 < tokens.size() && tokens.get(colon + 1).is("true");
            if (first && second) {
                return Optional.of(Where.ANYWHERE);
            }
            return first ? ifKnown(where) : second ? ifKnown(where.not()) : Optional.empty();
        }
        CodeToken last = tokens.get(tokens.size() - 1);
        boolean fallback = tokens.size() > 2
                && last.is("true")
                && (tokens.get(tokens.size() - 2).is("||")
                        || tokens.get(tokens.size() - 2).is("??"));
        if (fallback || tokens.get(0).is("true")) {
            return Optional.of(Where.ANYWHERE);
        }
        if (tokens.size() == 2 && tokens.get(0).is("!") && tokens.get(1).is("0")) {
            return Optional.of(Where.ANYWHERE);
        }
        return tokens.get(0).is("false")
                        || CodeValue.opens(tokens.get(0)) && !tokens.get(0).is("(")
                ? Optional.empty()
                : ifKnown(CodeConditions.of(tokens));
    }

    private static Optional<Where> ifKnown(Where where) {
        return where == Where.ANYWHERE ? Optional.empty() : Optional.of(where);
    }

    private int index(String sign) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(sign)) {
                return i;
            }
        }
        return -1;
    }
}
