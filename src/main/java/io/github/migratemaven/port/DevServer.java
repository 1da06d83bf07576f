package io.github.migratemaven.port;

import io.github.migratemaven.model.Target;

/** The project's own embedded PostgreSQL, whose data stays between builds. */
public interface DevServer {
    /**
     * Starts it, or finds it running.
     *
     * @throws io.github.migratemaven.model.MigrateException with an {@code Unavailable} that says what is missing
     */
    Running start();

    /** A started server; closing stops it if this goal started it and nobody else uses it. */
    interface Running extends AutoCloseable {
        Target target();

        @Override
        void close();
    }
}
