package io.github.migratemaven.layout;

import io.github.migratemaven.layout.FlywayName.Kind;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Changeset.Recorded;
import io.github.migratemaven.model.Changeset.Rules;
import io.github.migratemaven.model.Changeset.Selection;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Migrations as changesets, and back. */
final class Changesets {
    /** Of the history's columns. */
    private static final int LONGEST = 255;

    private final LayoutRequest request;
    private final Migrations migrations;
    private final Map<ChangesetId, Migration> byIdentity = new LinkedHashMap<>();
    private final Map<ChangesetId, Changeset> changesets = new LinkedHashMap<>();

    Changesets(LayoutRequest request, Migrations migrations) {
        this.request = request;
        this.migrations = migrations;
        for (Migration migration : migrations.all()) {
            byIdentity.put(migration.identity(), migration);
            changesets.put(migration.identity(), changeset(migration));
        }
    }

    Migrations migrations() {
        return migrations;
    }

    Map<ChangesetId, Changeset> all() {
        return changesets;
    }

    Changeset of(Migration migration) {
        return changesets.get(migration.identity());
    }

    Migration migration(Changeset changeset) {
        Migration found = byIdentity.get(changeset.identity());
        if (found == null) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "unknown-changeset",
                    "changeset " + changeset.identity() + " is not in the project",
                    "Check the id with mvn migrate:status."));
        }
        return found;
    }

    private Changeset changeset(Migration migration) {
        limited(migration);
        String checksum = Checksums.liquibase(migration
                .script()
                .map(script -> checked(migration, script))
                .orElse(migration.name().stem()));
        return new Changeset(
                migration.identity(),
                migration.position(),
                checksum,
                // What is not SQL has no checksum that could be told from its source.
                stored -> stored == null
                        || stored.equals(checksum)
                        || migration.script().isEmpty(),
                new Recorded("sql", migration.name().description(), "", "", Optional.empty(), "migrate-maven-plugin"),
                rules(migration),
                migration.settings().execute() ? Selection.SELECTED : Selection.leftOut("shouldExecute is false"));
    }

    /** A versioned migration is what its file says, a repeatable one what it comes to with its values, as with Flyway. */
    private String checked(Migration migration, Script script) {
        return migration.kind() == Kind.REPEATABLE && migration.settings().placeholders()
                ? new FlywayValues(request).fillWhatIsKnown(migration, script).text()
                : script.text();
    }

    private Rules rules(Migration migration) {
        boolean clock = migration.kind() == Kind.REPEATABLE
                && migration.settings().placeholders()
                && migration
                        .script()
                        .filter(s -> Placeholders.asksFor(s, "timestamp"))
                        .isPresent();
        boolean stands = migration.kind() == Kind.BASELINE || migrations.isCovered(migration);
        return new Rules(
                clock,
                migration.kind() == Kind.REPEATABLE,
                migration.settings().inTransaction().orElse(true),
                true,
                false,
                true,
                stands);
    }

    private static void limited(Migration migration) {
        ChangesetId id = migration.identity();
        int length = Math.max(
                id.id().codePointCount(0, id.id().length()),
                id.path().codePointCount(0, id.path().length()));
        if (length > LONGEST) {
            throw new MigrateException(Failure.InvalidInput.at(
                    migration.position(),
                    "changeset-path-too-long",
                    "its path has " + length + " characters, and the history has room for " + LONGEST,
                    "Give the file a shorter name."));
        }
    }
}
