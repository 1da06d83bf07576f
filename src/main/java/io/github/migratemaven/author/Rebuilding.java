package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.MissingRole;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer.Running;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StatementRunner.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rebuilds a schema in an empty database by comparing, running what runs, and comparing again. */
final class Rebuilding {
    /** What cannot run before something else shows in the next comparison. */
    private static final int ROUNDS = 6;

    private final BaselineTools tools;
    private final Running server;
    private final String schema;
    private final Optional<String> only;
    private final Set<String> roles = new HashSet<>();

    /**
     * @param schema where the history will be
     * @param only the only schema that counts; empty = all
     */
    Rebuilding(BaselineTools tools, Running server, String schema, Optional<String> only) {
        this.tools = tools;
        this.server = server;
        this.schema = schema;
        this.only = only;
    }

    /** The statements that ran, in their order; a comparison by the catalogue must judge whether they are all. */
    List<String> statements(Target work, Target existing) throws SqlFailure {
        if (!schema.equals("public")) {
            // As a deploy makes it: it is not part of the changelog.
            String name = '"' + schema.replace("\"", "\"\"") + '"';
            tools.statements().runTogether(work, List.of("CREATE SCHEMA IF NOT EXISTS " + name));
        }
        List<String> ran = new ArrayList<>();
        boolean checked = true;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> missing = missing(work, existing, checked);
            if (missing.isEmpty()) {
                break;
            }
            Trial trial = tools.statements().runInAnyOrder(work, missing);
            trial.order().forEach(i -> ran.add(missing.get(i)));
            boolean newRole =
                    trial.failed().values().stream().map(this::createRole).reduce(false, Boolean::logicalOr);
            if (trial.order().isEmpty() && !newRole) {
                if (!checked) {
                    break;
                }
                checked = false;
            }
        }
        return ran;
    }

    /** @param checked whether the server is to look at the texts of routines: one that is there may name what is gone */
    private List<String> missing(Target work, Target existing, boolean checked) {
        return tools.comparison().compare(work, existing, only).stream()
                .map(CatalogueChange::sql)
                .map(sql -> !checked && UncheckedRoutine.fits(sql) ? UncheckedRoutine.of(sql) : sql)
                .toList();
    }

    private boolean createRole(SqlFailure failure) {
        Optional<String> role = MissingRole.in(failure.sqlState(), failure.getMessage());
        if (role.isEmpty() || !roles.add(role.get())) {
            return false;
        }
        server.createRole(role.get());
        return true;
    }
}
