package io.github.migratemaven.postgres.embedded;

import java.util.List;

/** Whether a server's data must outlive a crash of the machine. */
enum Durability {
    KEPT(List.of("fsync = on")),
    THROWN_AWAY(
            List.of("fsync = off", "synchronous_commit = off", "full_page_writes = off", "autovacuum_naptime = 10s"));

    private final List<String> settings;

    Durability(List<String> settings) {
        this.settings = settings;
    }

    /** Lines for the server's configuration file. */
    List<String> settings() {
        return settings;
    }
}
