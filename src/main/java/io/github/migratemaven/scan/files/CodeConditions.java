package io.github.migratemaven.scan.files;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a condition in code says about where it holds: {@code process.env.NODE_ENV !== 'production'}, {@code isDev}. */
final class CodeConditions {
    private static final Set<String> PRODUCTION =
            Set.of("production", "prod", "live", "isprod", "isproduction", "inproduction");
    private static final Set<String> DEVELOPMENT = Set.of(
            "development",
            "dev",
            "test",
            "testing",
            "local",
            "isdev",
            "isdevelopment",
            "isdevmode",
            "islocal",
            "istest",
            "istesting",
            "__dev__");

    private CodeConditions() {}

    /** Where something holds. */
    enum Where {
        DEVELOPMENT,
        PRODUCTION,
        ANYWHERE;

        Where not() {
            return switch (this) {
                case DEVELOPMENT -> PRODUCTION;
                case PRODUCTION -> DEVELOPMENT;
                case ANYWHERE -> ANYWHERE;
            };
        }
    }

    /** What the first part that says something says. */
    static Where of(List<CodeToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            CodeToken token = tokens.get(i);
            String word = token.text().toLowerCase(Locale.ROOT);
            Where named = PRODUCTION.contains(word)
                    ? Where.PRODUCTION
                    : DEVELOPMENT.contains(word) ? Where.DEVELOPMENT : Where.ANYWHERE;
            if (named != Where.ANYWHERE) {
                return negated(tokens, i) ? named.not() : named;
            }
        }
        return Where.ANYWHERE;
    }

    /** {@code x !== 'production'}, {@code 'production' !== x}, {@code !isProd}, {@code !config.isProd}. */
    private static boolean negated(List<CodeToken> tokens, int at) {
        boolean string = tokens.get(at).kind() == CodeToken.Kind.STRING;
        if (string) {
            return unequal(tokens, at - 1) || unequal(tokens, at + 1);
        }
        int first = at;
        while (first >= 2 && tokens.get(first - 1).is(".")
                || first >= 2 && tokens.get(first - 1).is("?.")) {
            first -= 2;
        }
        return first >= 1 && tokens.get(first - 1).is("!");
    }

    private static boolean unequal(List<CodeToken> tokens, int at) {
        return at >= 0
                && at < tokens.size()
                && (tokens.get(at).is("!==") || tokens.get(at).is("!="));
    }
}
