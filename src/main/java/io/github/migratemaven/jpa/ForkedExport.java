package io.github.migratemaven.jpa;

import io.github.migratemaven.jpa.export.ExportOrder;
import io.github.migratemaven.jpa.export.ExportProgram;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The export in a JVM of its own: nothing of Hibernate, its logger or its threads stays in Maven's. Its output goes to a file. The
 * class path goes through an argument file (the java command, since 9): command lines are short on Windows.
 */
final class ForkedExport {
    private static final int MINUTES = 5;

    private final Path folder;
    private final Path log;

    /** @param folder exists */
    ForkedExport(Path folder) {
        this.folder = folder;
        this.log = folder.resolve("hibernate.log");
    }

    /** @return the exit code */
    int run(List<Path> classPath, ExportOrder order) throws IOException {
        Path text = folder.resolve("order.properties");
        try (Writer writer = Files.newBufferedWriter(text)) {
            order.text().store(writer, null);
        }
        List<Path> all = new ArrayList<>(classPath);
        all.add(ownCode());
        String path = all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Path arguments = folder.resolve("java.args");
        // The java command reads it in the platform's encoding.
        Files.writeString(arguments, "-cp\n" + quoted(path) + "\n", platform());
        return run(List.of(
                java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "@" + arguments,
                ExportProgram.class.getName(),
                text.toString()));
    }

    private int run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw ExportFailures.notRun("no end after " + MINUTES + " minutes; its output is in " + log);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException(
                    Failure.Rejected.of("interrupted", "the build was interrupted", "Run again; nothing was changed."));
        } finally {
            process.destroyForcibly();
        }
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Path java() {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Path windows = bin.resolve("java.exe");
        return Files.exists(windows) ? windows : bin.resolve("java");
    }

    private static Charset platform() {
        return Charset.forName(
                System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));
    }

    /** The plugin itself: a jar, or in its own build a folder. */
    static Path ownCode() {
        try {
            return Path.of(ExportProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the plugin's own place is no path", e);
        }
    }
}
