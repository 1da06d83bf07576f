package io.github.migratemaven.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.postgres.PostgresTarget;
import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An integration test's project, as its Groovy hooks look at it: its log, its reports, its files and its database. */
public final class ItProject {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Without statistics and sizes, which autovacuum writes: pg_class is read for its names, owners and rights. */
    private static final List<String> CATALOGUES = List.of(
            "(SELECT oid, relname, relnamespace, relkind, relowner, relacl, relfilenode, reloptions FROM pg_class)",
            "pg_namespace",
            "pg_proc",
            "pg_type",
            "pg_attribute",
            "pg_constraint",
            "pg_index",
            "pg_trigger",
            "pg_extension",
            "pg_event_trigger",
            "pg_default_acl",
            "(SELECT s.* FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE datname = current_database())",
            "pg_largeobject_metadata");

    private final Path folder;
    private final TestDatabase database;

    /** @param folder the project's copy below {@code target/it}: {@code basedir} in a hook */
    public ItProject(File folder) throws IOException {
        this.folder = folder.toPath().toAbsolutePath().normalize();
        this.database = TestDatabase.on(
                ItServer.superuser(this.folder.getParent().resolveSibling("it-server")),
                this.folder.getFileName().toString());
    }

    /** The database that has the project's name, as the server's superuser sees it. */
    public TestDatabase database() {
        return database;
    }

    /** What Maven printed, of all invocations one after the other. */
    public String log() throws IOException {
        return text("build.log");
    }

    /** The report of the last run of a goal. */
    public Map<?, ?> report(String goal) throws IOException {
        return json("target/migrate/" + goal + ".json");
    }

    public Map<?, ?> json(String file) throws IOException {
        return JSON.readValue(text(file), Map.class);
    }

    /** @param file relative to the project */
    public String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    public boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /** Another run that is under way: it holds the lock until it is closed. */
    public AutoCloseable holdRunLock(String runId) {
        DeploySession session = new PostgresTarget(database.target(), "test", false).openForDeploy(runId);
        if (!session.tryLock().taken()) {
            throw new IllegalStateException("somebody holds the lock");
        }
        return session;
    }

    /** Every object of the database with all that the catalogue says of it, as text. */
    public List<String> catalogue() {
        return CATALOGUES.stream()
                .flatMap(rows -> database.query("SELECT t::text FROM " + rows + " t ORDER BY 1").stream())
                .toList();
    }

    /**
     * Every object of the database as PostgreSQL prints its definition, one a line. Other than {@link #catalogue}, it does not
     * show that something was there and went.
     */
    public String schema() {
        return new PgCodeKeeperComparison()
                .catalogue(database.target(), Optional.empty()).entrySet().stream()
                        .map(object ->
                                object.getKey() + ": " + object.getValue().replace('\n', ' '))
                        .collect(Collectors.joining("\n"));
    }

    /** Edits a file as a developer would, between two invocations. */
    public void edit(String file, String from, String to) throws IOException {
        String text = text(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not hold " + from);
        }
        Files.write(folder.resolve(file), text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    /** Runs git in the project, as somebody without a configuration of their own. */
    public void git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + said);
        }
    }
}
