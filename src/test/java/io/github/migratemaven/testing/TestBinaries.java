package io.github.migratemaven.testing;

import io.github.migratemaven.port.EmbeddedBinaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The jar that the build copied to {@code target/postgres-binaries}: no Maven in the tests' JVM. */
public final class TestBinaries implements EmbeddedBinaries {
    @Override
    public Path resolve(String platform, String version) {
        Path jar = jar();
        if (!jar.getFileName().toString().endsWith("-" + platform + "-" + version + ".jar")) {
            throw new IllegalStateException("the build copied " + jar.getFileName() + ", but this test needs "
                    + platform + " " + version + ": see the profiles in pom.xml (-Dembedded.platform=…)");
        }
        return jar;
    }

    public static Path jar() {
        Path folder = Path.of("target", "postgres-binaries");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar in " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException("run 'mvn process-test-resources' once", e);
        }
    }
}
