package io.github.migratemaven.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Records every exception of a test run, caught or not, with its message: {@link NoSecretsCheck} reads the recordings after the
 * integration tests. JUnit finds this class by its name in {@code META-INF/services}.
 */
public final class ExceptionRecorder implements LauncherSessionListener {
    static final Path FOLDER = Path.of("target", "exceptions");

    private final Recording recording = new Recording();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        recording.enable("jdk.JavaExceptionThrow").withoutStackTrace();
        recording.enable("jdk.JavaErrorThrow").withoutStackTrace();
        recording.start();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            Files.createDirectories(FOLDER);
            recording.dump(FOLDER.resolve(ProcessHandle.current().pid() + ".jfr"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            recording.close();
        }
    }
}
