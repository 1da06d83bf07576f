package io.github.migratemaven.testing;

import io.github.migratemaven.port.ProgressListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a use case says. */
public final class RecordedProgress implements ProgressListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public List<String> lines() {
        return lines;
    }

    @Override
    public void info(String line) {
        lines.add("info: " + line);
    }

    @Override
    public void warn(String line) {
        lines.add("warn: " + line);
    }

    @Override
    public void debug(String line) {
        lines.add("debug: " + line);
    }

    @Override
    public void live(String line) {
        lines.add("live: " + line);
    }
}
