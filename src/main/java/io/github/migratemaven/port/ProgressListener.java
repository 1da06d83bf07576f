package io.github.migratemaven.port;

/** Where a use case says what it is doing. Called from one thread at a time. Lines hold no secret. */
public interface ProgressListener {
    void info(String line);

    void warn(String line);

    void debug(String line);
}
