package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Changeset;
import java.util.Optional;
import liquibase.changelog.ChangeSet;

/**
 * A changeset in our words and in Liquibase's.
 *
 * @param declared where its file declares it; empty for a plain SQL file that is a changeset as a whole
 */
record TranslatedChangeset(Changeset changeset, ChangeSet original, Optional<DeclaredChangeset> declared) {}
