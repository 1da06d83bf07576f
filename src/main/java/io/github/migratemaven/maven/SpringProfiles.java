package io.github.migratemaven.maven;

import java.util.List;
import java.util.Optional;

/** Whether a document of Spring's configuration is for the active profiles. */
final class SpringProfiles {
    private SpringProfiles() {}

    /**
     * @param expression names separated by commas, {@code !name}, {@code a & b} or {@code a | b}
     * @return empty for an expression with parentheses, which is not understood
     */
    static Optional<Boolean> matches(String expression, List<String> active) {
        if (expression.indexOf('(') >= 0) {
            return Optional.empty();
        }
        for (String alternative : expression.split("[,|]")) {
            boolean all = true;
            for (String term : alternative.split("&")) {
                String name = term.strip();
                boolean negated = name.startsWith("!");
                all &= negated != active.contains(negated ? name.substring(1).strip() : name);
            }
            if (all) {
                return Optional.of(true);
            }
        }
        return Optional.of(false);
    }
}
