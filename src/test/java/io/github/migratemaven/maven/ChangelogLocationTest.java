package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangelogLocationTest {
    private static final String MASTER = "src/main/resources/db/changelog/db.changelog-master.";

    @TempDir
    Path base;

    @Test
    void theFirstDefaultThatExistsIsTaken() throws IOException {
        assertThat(find(null)).isEmpty();
        write(MASTER + "sql");
        write(MASTER + "xml");
        assertThat(found(null).path()).isEqualTo("db/changelog/db.changelog-master.xml");
        write(MASTER + "yaml");
        assertThat(found(null).path()).isEqualTo("db/changelog/db.changelog-master.yaml");
    }

    @Test
    void thePathIsTheOneOfTheClassPathHoweverItIsGiven() throws IOException {
        write("src/main/resources/db/own.xml");

        for (String given : List.of(
                "src/main/resources/db/own.xml",
                "./src/main/resources/db/own.xml",
                "db/own.xml",
                "/db/own.xml",
                "classpath:db/own.xml",
                "classpath:/db/own.xml",
                base.resolve("src/main/resources/db/own.xml").toString())) {
            assertThat(found(given).path()).as(given).isEqualTo("db/own.xml");
        }
    }

    @Test
    void aFileOutsideTheResourcesIsRelativeToTheProject() throws IOException {
        write("migrations/master.yaml");

        assertThat(found("migrations/master.yaml").path()).isEqualTo("migrations/master.yaml");
        assertThat(found("migrations/master.yaml").roots()).contains(base);
    }

    @Test
    void aFileOutsideTheProjectBringsItsFolder() throws IOException {
        Path project = Files.createDirectories(base.resolve("app"));
        write("shared/master.yaml");

        ChangelogLocation location = ChangelogLocation.find(Optional.of("../shared/master.yaml"), project, List.of())
                .orElseThrow();

        assertThat(location.path()).isEqualTo("master.yaml");
        assertThat(location.roots().get(0)).isEqualTo(base.resolve("shared"));
    }

    @Test
    void theProjectsOwnResourceFoldersComeFirst() throws IOException {
        write("conf/db/own.xml");

        ChangelogLocation location = ChangelogLocation.find(
                        Optional.of("db/own.xml"), base, List.of(base.resolve("conf")))
                .orElseThrow();

        assertThat(location.roots().get(0)).isEqualTo(base.resolve("conf"));
    }

    @Test
    void aClassPathMayHaveItInAJar() {
        assertThat(found("classpath:/com/example/db.xml").path()).isEqualTo("com/example/db.xml");
    }

    @Test
    void whatIsNotThereOrAFolderIsRefused() throws IOException {
        Files.createDirectories(base.resolve("migrations"));

        assertThatThrownBy(() -> find("nope.yaml"))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("nope.yaml: the changelog does not exist. Looked in " + base);
        assertThatThrownBy(() -> find("migrations")).hasMessageStartingWith("migrations: the changelog is a folder. ");
    }

    @Test
    void migrationsOfPrismaAreFoundWhereThereIsNoChangelog() throws IOException {
        Files.createDirectories(base.resolve("prisma/migrations/0_init"));
        assertThat(ChangelogLocation.find(Optional.empty(), base, List.of())).isEmpty();

        Files.createFile(base.resolve("prisma/migrations/0_init/migration.sql"));

        ChangelogLocation found =
                ChangelogLocation.find(Optional.empty(), base, List.of()).orElseThrow();
        assertThat(found.path()).isEqualTo("prisma/migrations");
        assertThat(found.folder()).contains(base.resolve("prisma/migrations"));
        assertThat(ProjectLayout.of(found.folder().orElseThrow())).contains(ProjectLayout.PRISMA);
    }

    @Test
    void migrationsOfFlywayAreFoundInSubfoldersToo() throws IOException {
        Files.createDirectories(base.resolve("src/main/resources/db/migration/2026"));
        assertThat(ChangelogLocation.find(Optional.empty(), base, List.of())).isEmpty();

        Files.createFile(base.resolve("src/main/resources/db/migration/2026/V1_1__init.SQL"));

        ChangelogLocation found =
                ChangelogLocation.find(Optional.empty(), base, List.of()).orElseThrow();
        assertThat(found.path()).isEqualTo("db/migration");
        assertThat(ProjectLayout.of(found.folder().orElseThrow())).contains(ProjectLayout.FLYWAY);
    }

    private ChangelogLocation found(String given) {
        return find(given).orElseThrow();
    }

    private Optional<ChangelogLocation> find(String given) {
        return ChangelogLocation.find(Optional.ofNullable(given), base, List.of());
    }

    private void write(String path) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }
}
