package io.github.migratemaven.postgres.embedded;

import java.time.Instant;
import java.util.Optional;

/**
 * A process that uses a server. Its start time tells it from a later one with the same id.
 *
 * @param startedAt milliseconds since 1970; 0 where the system does not tell
 */
record Owner(long pid, long startedAt) {
    private static final Owner SELF = of(ProcessHandle.current());

    static Owner self() {
        return SELF;
    }

    /** @param text as {@link #toString} writes it; anything may follow after a {@code -}; empty when it is not one */
    static Optional<Owner> parse(String text) {
        String[] parts = text.split("-", 3);
        try {
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> of(process).startedAt == startedAt)
                .orElse(false);
    }

    private static Owner of(ProcessHandle process) {
        return new Owner(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    @Override
    public String toString() {
        return pid + "-" + startedAt;
    }
}
