package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectClassLoaderTest {
    @TempDir
    Path folder;

    private final AtomicInteger resolved = new AtomicInteger();

    @Test
    void dependenciesAreResolvedOnceAndOnlyWhenNothingElseHasIt() throws IOException {
        write("classes/db/own.sql");
        write("dependency/db/theirs.sql");

        try (ProjectClassLoader loader = loader()) {
            assertThat(loader.getResource("db/own.sql")).isNotNull();
            assertThat(resolved).hasValue(0);
            assertThat(loader.getResource("db/theirs.sql")).isNotNull();
            assertThat(Collections.list(loader.getResources("db/theirs.sql"))).hasSize(1);
            assertThat(loader.getResource("db/none.sql")).isNull();
            assertThatThrownBy(() -> loader.loadClass("com.example.None")).isInstanceOf(ClassNotFoundException.class);
            assertThat(resolved).hasValue(1);
        }
    }

    @Test
    void whatFrameworksProbeForResolvesNothing() throws IOException {
        try (ProjectClassLoader loader = loader()) {
            assertThat(loader.getResource("META-INF/services/x.Y")).isNull();
            assertThat(loader.getResource("liquibase.properties")).isNull();
            assertThatThrownBy(() -> loader.loadClass("liquibase.ext.None")).isInstanceOf(ClassNotFoundException.class);
            assertThat(resolved).hasValue(0);
        }
    }

    private ProjectClassLoader loader() {
        return new ProjectClassLoader(
                folder.resolve("classes"), this::dependencies, getClass().getClassLoader());
    }

    private List<File> dependencies() {
        resolved.incrementAndGet();
        return List.of(folder.resolve("dependency").toFile());
    }

    private void write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }
}
