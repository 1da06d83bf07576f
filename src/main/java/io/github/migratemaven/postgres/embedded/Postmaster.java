package io.github.migratemaven.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says: the server's own state file. Its lines are pid, data directory, start time (seconds since
 * 1970), port, socket directory, listen address, shared memory key, status (PostgreSQL, {@code miscadmin.h}).
 *
 * @param port 0 when the server has not come to write it yet
 */
record Postmaster(Path file, long pid, Instant startedAt, int port) {
    /** No process has this id on any system; PostgreSQL takes the file for a crashed server's. */
    private static final String NOBODYS_PID = Integer.toString(Integer.MAX_VALUE);

    /** The system's clock may have been set since. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** Empty when there is none, or it is not readable as one. */
    static Optional<Postmaster> read(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            return Optional.of(new Postmaster(
                    file, Math.abs(number(lines, 0)), Instant.ofEpochSecond(number(lines, 2)), (int) number(lines, 3)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static long number(List<String> lines, int index) {
        try {
            return lines.size() > index ? Long.parseLong(lines.get(index).strip()) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether some process has this id, be it the server or not. */
    boolean pidInUse() {
        return process().isPresent();
    }

    /** Whether the process of this id can be the server: it started when the file says, not before and not after. */
    boolean alive() {
        return process()
                .filter(process -> !zombie())
                .map(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) < 0)
                        .orElse(true))
                .orElse(false);
    }

    /** In a container whose first process is Maven, nobody collects a dead server: it keeps its id (Linux, proc(5)). */
    private boolean zombie() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException notLinux) {
            return false;
        }
    }

    /**
     * Makes PostgreSQL see that the file is a crashed server's although its pid belongs to another process now. The file is
     * not deleted: the server still checks from it that no back end of the old one holds the shared memory.
     */
    void disown() throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        if (lines.isEmpty()) {
            Files.delete(file);
            return;
        }
        lines.set(0, NOBODYS_PID);
        Files.write(file, lines, StandardCharsets.ISO_8859_1);
    }

    private Optional<ProcessHandle> process() {
        return pid == 0 ? Optional.empty() : ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }
}
