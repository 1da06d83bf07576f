package io.github.migratemaven.port;

/** Where a use case says what it is doing. Lines hold no secret. */
public interface ProgressListener {
    void info(String line);

    void warn(String line);

    void debug(String line);

    /**
     * How something that takes long is getting on. On a terminal it takes the place of the last such line; elsewhere one is
     * shown every half minute. May be called from another thread.
     */
    default void live(String line) {
        debug(line);
    }
}
