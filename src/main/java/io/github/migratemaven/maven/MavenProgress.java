package io.github.migratemaven.maven;

import io.github.migratemaven.port.ProgressListener;
import org.apache.maven.plugin.logging.Log;

/** Progress goes to the build's own log. */
public final class MavenProgress implements ProgressListener {
    private final Log log;

    public MavenProgress(Log log) {
        this.log = log;
    }

    @Override
    public void info(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }

    @Override
    public void debug(String line) {
        log.debug(line);
    }
}
