package io.github.migratemaven.port;

import io.github.migratemaven.model.Target;
import java.util.OptionalInt;

/** Throw-away PostgreSQL servers. Thread-safe. */
public interface ScratchServer {
    /**
     * Starts one.
     *
     * @param major for example 15; empty = the newest known
     * @throws io.github.migratemaven.model.MigrateException with an {@code Unavailable} that says what is missing
     */
    Running start(OptionalInt major);

    /** A started server; closing stops it and removes its data. */
    interface Running extends AutoCloseable {
        /** The superuser's way into the database {@code postgres}. */
        Target target();

        /** Creates an empty database under a name that nothing else on this server has. */
        Target createDatabase();

        /**
         * Creates a database that is a copy of another, which nobody may be connected to meanwhile. A copy of a few megabytes
         * takes some tens of milliseconds.
         *
         * @param template one of this server's; the copy keeps its {@link Target#schema}
         */
        Target cloneDatabase(Target template);

        /** Removes a database and cuts the connections to it; harmless when it is gone. */
        void dropDatabase(Target database);

        /**
         * Creates a role that may do nothing, unless there is one of that name: changelogs grant to roles that only the real
         * server has.
         */
        void createRole(String name);

        @Override
        void close();
    }
}
