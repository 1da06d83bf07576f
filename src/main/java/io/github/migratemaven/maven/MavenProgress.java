package io.github.migratemaven.maven;

import io.github.migratemaven.port.ProgressListener;
import java.io.PrintWriter;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Progress goes to the build's own log; what changes every second, to the terminal or seldom. */
public final class MavenProgress implements ProgressListener {
    private static final long LIVE_EVERY_NANOS = 30_000_000_000L;
    private static final int WIDTH = 100;
    private static final String CLEAR = "\r\u001b[K";

    private final Log log;
    private final Optional<PrintWriter> terminal;
    private long saidAt = System.nanoTime();
    private boolean liveLine;

    /** @param terminal where a line can be written over; empty where nobody looks on */
    public MavenProgress(Log log, Optional<PrintWriter> terminal) {
        this.log = log;
        this.terminal = terminal;
    }

    @Override
    public synchronized void info(String line) {
        clear();
        log.info(line);
    }

    @Override
    public synchronized void warn(String line) {
        clear();
        log.warn(line);
    }

    @Override
    public synchronized void debug(String line) {
        clear();
        log.debug(line);
    }

    @Override
    public synchronized void live(String line) {
        if (terminal.isPresent()) {
            liveLine = true;
            String fitting = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
            terminal.get().print(CLEAR + fitting);
            terminal.get().flush();
        } else if (System.nanoTime() - saidAt >= LIVE_EVERY_NANOS) {
            saidAt = System.nanoTime();
            log.info(line);
        }
    }

    private void clear() {
        saidAt = System.nanoTime();
        if (liveLine) {
            liveLine = false;
            terminal.ifPresent(t -> {
                t.print(CLEAR);
                t.flush();
            });
        }
    }
}
