package io.github.migratemaven.postgres.embedded;

/** Hooks for a killed build (SIGTERM, Ctrl-C). */
final class ShutdownHooks {
    private ShutdownHooks() {}

    static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // It is running, or has run.
        }
    }
}
