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

        @Override
        void close();
    }
}
