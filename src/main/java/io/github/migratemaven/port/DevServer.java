package io.github.migratemaven.port;

import io.github.migratemaven.model.Target;
import java.nio.file.Path;
import java.time.Duration;

/** The project's own embedded PostgreSQL, whose data stays between builds. */
public interface DevServer {
    /**
     * Starts it, or finds it running.
     *
     * @throws io.github.migratemaven.model.MigrateException with an {@code Unavailable} that says what is missing
     */
    Running start();

    /**
     * Takes back a {@link Running#keep} and stops the server unless a build uses it.
     *
     * @throws io.github.migratemaven.model.MigrateException with an {@code Unavailable} when it does not end
     */
    Stopped stop();

    /** What became of it; of several servers the last of these counts. */
    enum Stopped {
        DID_NOT_RUN,
        /** It had ended without being stopped; its next start recovers the data. */
        HAD_CRASHED,
        STOPPED,
        /** Another build uses it, and stops it at its end. */
        IN_USE
    }

    /** A started server; closing stops it if it is not kept and nobody else uses it. */
    interface Running extends AutoCloseable {
        Target target();

        /** The folder that holds its data and, in the file {@code password}, its password. */
        Path folder();

        /** Scratch databases on it. */
        Workshop workshop();

        /**
         * Waits until no other build has the turn, and has it until it is closed: for who works on what all builds share, the
         * kept database among it. A killed build gives it back.
         *
         * @param patience the longest that it waits
         * @throws io.github.migratemaven.model.MigrateException with an {@code Unavailable} when that was not long enough
         */
        Turn turn(Duration patience);

        /** Lets it run when nobody uses it any more, until {@link DevServer#stop}. */
        void keep();

        /** Whether it is kept. */
        boolean kept();

        @Override
        void close();
    }

    /** The right to be the only one, among those who ask for it. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
