package io.github.migratemaven.liquibase;

import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;

/** Changelog parameters that take down which of them are asked for. */
final class NotedParameters extends ChangeLogParameters {
    private final SourceNotes notes;

    NotedParameters(Database database, SourceNotes notes) {
        super(database);
        this.notes = notes;
    }

    @Override
    public Object getValue(String key, DatabaseChangeLog changelog) {
        notes.asked(key);
        return super.getValue(key, changelog);
    }

    @Override
    public boolean hasValue(String key, DatabaseChangeLog changelog) {
        notes.asked(key);
        return super.hasValue(key, changelog);
    }
}
