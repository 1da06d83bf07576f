package io.github.migratemaven.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevFolderTest {
    @TempDir
    private Path project;

    private DevFolder folder;

    @BeforeEach
    void create() throws IOException {
        folder = new DevFolder(project);
        folder.create();
    }

    @Test
    void anEmptyOneTakesTheNewestVersion() throws IOException {
        Files.createDirectories(project.resolve(".migrate/postgres-15"));
        assertThat(version(Optional.empty())).isEqualTo(ServerVersion.newest());
    }

    @Test
    void dataIsNotLostToANewerPlugin() throws IOException {
        data(13);
        data(16);
        assertThat(version(Optional.empty())).isEqualTo(ServerVersion.ofMajor(16));
        assertThat(version(Optional.of("18"))).isEqualTo(ServerVersion.ofMajor(18));
    }

    private ServerVersion version(Optional<String> asked) throws IOException {
        return folder.version(asked, new ServerFixture.Silent());
    }

    private void data(int major) throws IOException {
        Path data = Files.createDirectories(project.resolve(".migrate/postgres-" + major + "/data"));
        Files.writeString(data.resolve("PG_VERSION"), major + "\n");
    }
}
