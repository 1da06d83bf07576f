package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.CatalogueChange;
import java.util.List;

/** Puts right what pgcodekeeper's script gets wrong. */
final class Mending {
    private final List<String> statements;

    Mending(List<String> statements) {
        this.statements = statements;
    }

    List<CatalogueChange> changes() {
        return statements.stream()
                .filter(sql -> !sql.startsWith("SET search_path"))
                // Whose objects they are is decided by who deploys.
                .filter(sql -> !sql.matches("(?s)ALTER .* OWNER TO .*"))
                .map(DescribedStatement::of)
                .toList();
    }
}
