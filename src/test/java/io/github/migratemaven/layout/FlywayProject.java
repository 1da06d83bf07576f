package io.github.migratemaven.layout;

import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A project of Flyway's, with Flyway itself to run it. */
final class FlywayProject {
    private static final String MIGRATIONS = "src/main/resources/db/migration";

    /** Held: a logger that nobody holds is forgotten with its level. */
    private static final Logger LOG = Logger.getLogger("org.flywaydb");

    static {
        LOG.setLevel(Level.WARNING);
    }

    private final Path folder;
    private final TestDatabase database;

    FlywayProject(Path folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    FlywayProject file(String name, String text) {
        try {
            Path file = folder.resolve(MIGRATIONS).resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FlywayProject remove(String name) {
        try {
            Files.delete(folder.resolve(MIGRATIONS).resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many versioned migrations, each with a table, and some of the odder files. */
    FlywayProject numbered(int from, int to) {
        for (int i = from; i <= to; i++) {
            file(
                    "V" + i + "__table_" + i + ".sql",
                    "CREATE TABLE t" + i + " (id int);\nINSERT INTO t" + i + " VALUES (1);\n");
        }
        return this;
    }

    TestProject ours() {
        return new TestProject(folder, database).layout(Tool.FLYWAY);
    }

    Flyway theirs() {
        return configuration().load();
    }

    FluentConfiguration configuration() {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("filesystem:" + folder.resolve(MIGRATIONS));
    }

    /** Runs Flyway up to a version. */
    FlywayProject migrateTo(String version) {
        configuration().target(version).load().migrate();
        return this;
    }

    /** What Flyway says of each migration, for example {@code 3 Success}. */
    List<String> info() {
        return Arrays.stream(theirs().info().all())
                .map(i -> version(i) + " " + i.getState().getDisplayName())
                .toList();
    }

    private static String version(MigrationInfo info) {
        return info.getVersion() == null
                ? info.getDescription()
                : info.getVersion().toString();
    }
}
