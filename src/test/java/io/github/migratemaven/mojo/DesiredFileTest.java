package io.github.migratemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesiredFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsNamedByItsWayFromTheProjectWhereItIsInIt() throws IOException {
        Path base = Files.createDirectories(folder.resolve("project"));
        Path outside = Files.writeString(folder.resolve("schema.sql"), "SELECT 2");
        Files.writeString(base.resolve("schema.sql"), "SELECT 1");

        assertThat(DesiredFile.read(base, "./schema.sql").file()).isEqualTo("schema.sql");
        assertThat(DesiredFile.read(base, "./schema.sql").text()).isEqualTo("SELECT 1");
        assertThat(DesiredFile.read(base, "../schema.sql").file())
                .isEqualTo(outside.toString().replace('\\', '/'));
    }

    @Test
    void whatIsMissingOrNoTextIsSaid() throws IOException {
        assertThatThrownBy(() -> DesiredFile.read(folder, "schema.sql"))
                .isInstanceOfSatisfying(
                        MigrateException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("no-desired-schema"));
        Files.write(folder.resolve("schema.sql"), new byte[] {'-', '-', (byte) 0xfc});
        assertThatThrownBy(() -> DesiredFile.read(folder, "schema.sql"))
                .isInstanceOfSatisfying(
                        MigrateException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("not-utf-8"));
    }
}
