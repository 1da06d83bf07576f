package io.github.migratemaven.port;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Target;
import java.util.List;
import java.util.Optional;

/** Applies the project's changelog to a scratch database exactly as a deploy does, history and journal included. */
public interface ChangelogReplay {
    /**
     * The changelog's changesets in their order, also those that contexts, labels or {@code ignore} leave out. Reads the
     * changelog; needs no database.
     *
     * @throws io.github.migratemaven.model.MigrateException with an {@code InvalidInput} when it cannot be read
     */
    List<Changeset> changesets();

    /**
     * Applies the whole changelog.
     *
     * @param server where the database is; roles that the changelog grants to and the server lacks are created there
     * @throws io.github.migratemaven.model.MigrateException with the failure of the deploy
     */
    void replay(ScratchServer.Running server, Target database);

    /**
     * A new database with all that the changelog makes.
     *
     * @param schema where the changelog's objects live; empty = the server's default
     * @throws io.github.migratemaven.model.MigrateException with the failure of the deploy
     */
    default Target database(ScratchServer.Running server, Optional<String> schema) {
        Target empty = server.createDatabase();
        Target database = schema.map(empty::withSchema).orElse(empty);
        replay(server, database);
        return database;
    }

    /**
     * Applies the first changesets only.
     *
     * @param count how many of {@link #changesets}; what a replay applied before stays and counts
     */
    void replayFirst(ScratchServer.Running server, Target database, int count);
}
