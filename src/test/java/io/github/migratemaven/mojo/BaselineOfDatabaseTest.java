package io.github.migratemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.author.Baseline;
import io.github.migratemaven.author.BaselineTools;
import io.github.migratemaven.author.ChangelogFiles;
import io.github.migratemaven.author.ChangesetWriter;
import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.deploy.RecordBaseline;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.DeploySession.StepLimits;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.PostgresTarget;
import io.github.migratemaven.postgres.ScratchStatements;
import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;
import io.github.migratemaven.sql.SqlStatement;
import io.github.migratemaven.sql.SqlStatements;
import io.github.migratemaven.testing.RecordedProgress;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that nobody's migrations made, taken over as it is. */
@ExtendWith(TestDatabases.class)
class BaselineOfDatabaseTest {
    private static final String MASTER = "db/changelog/master.yaml";
    private static final Pattern ROLE =
            Pattern.compile("\\b(?:shop|ledger)_(?:app|admin|reporting|clerk|auditor|report)\\b");

    @TempDir
    Path folder;

    private final RecordedProgress progress = new RecordedProgress();
    private TestDatabase database;
    private TestProject project;

    @BeforeEach
    void anEmptyChangelog(TestDatabase fresh) {
        database = fresh;
        project = new TestProject(folder, fresh)
                .file(MASTER, "databaseChangeLog:\n")
                .root(MASTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "ledger"})
    void aRealSizeSchemaIsWrittenProvedAndRecorded(String schema, ScratchServer.Running server) throws Exception {
        String sql = Files.readString(Path.of("src/test/resources/schemas", schema + ".sql"));
        Matcher role = ROLE.matcher(sql);
        while (role.find()) {
            server.createRole(role.group());
        }
        new ScratchStatements()
                .runEach(
                        database.target().withSchema("public"),
                        SqlStatements.split(sql).stream()
                                .map(SqlStatement::text)
                                .toList());
        var before = new PgCodeKeeperComparison().catalogue(database.target(), Optional.empty());

        Outcome outcome = baseline(server);

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.states()).containsExactly(State.UP_TO_DATE);
        assertThat(outcome.applied()).isNotEmpty();
        assertThat(new PgCodeKeeperComparison().catalogue(database.target(), Optional.empty()))
                .isEqualTo(before);
        assertThat(project.deploy().applied()).isEmpty();
    }

    @Test
    void aSecondDatabaseOfTheSameSchemaIsProvedAndRecorded(ScratchServer.Running server) {
        TestDatabase second = TestDatabase.createOn(server.target());
        database.execute("CREATE TABLE orders (id int PRIMARY KEY, note text)");
        baseline(server);
        second.execute("CREATE TABLE orders (id int PRIMARY KEY, note text)");
        List<String> files = files();

        Outcome outcome = baseline(server, second.target());

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.applied()).hasSize(1);
        assertThat(files()).isEqualTo(files);
        assertThat(second.value("SELECT exectype FROM databasechangelog")).isEqualTo("EXECUTED");
    }

    @Test
    void anotherToolsHistoryIsNoPartOfTheSchema(ScratchServer.Running server) {
        database.execute("CREATE TABLE orders (id int PRIMARY KEY);"
                + "CREATE TABLE flyway_schema_history (installed_rank int CONSTRAINT flyway_schema_history_pk PRIMARY KEY,"
                + " success boolean); CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history (success)");

        assertThat(baseline(server).error()).isEmpty();

        assertThat(database.value("SELECT count(*) FROM databasechangelog")).isEqualTo("1");
        assertThat(project.plan().error()).isEmpty();
        assertThat(text()).contains("orders").doesNotContain("flyway");
    }

    @Test
    void aFunctionWhoseTextNamesAColumnThatIsGoneIsTakenOverAsItIs(ScratchServer.Running server) {
        database.execute("CREATE TABLE orders (id int, note text);"
                + "CREATE FUNCTION notes() RETURNS SETOF text LANGUAGE sql AS 'SELECT note FROM public.orders';"
                + "ALTER TABLE orders DROP COLUMN note");

        assertThat(baseline(server).error()).isEmpty();

        assertThat(text()).contains("SET LOCAL check_function_bodies = off");
    }

    @Test
    void aDatabaseThatIsAnotherIsRefusedWithWhatDiffers(ScratchServer.Running server) {
        TestDatabase second = TestDatabase.createOn(server.target());
        database.execute("CREATE TABLE orders (id int PRIMARY KEY, note text)");
        baseline(server);
        second.execute("CREATE TABLE orders (id bigint PRIMARY KEY, note text); CREATE TABLE extra (id int)");

        Failure failure = baseline(server, second.target()).error().orElseThrow();

        assertThat(failure.code()).isEqualTo("baseline-differs");
        assertThat(failure.message()).contains("public.orders.id", "public.extra");
        assertThat(second.value("SELECT to_regclass('databasechangelog')")).isEmpty();
    }

    @Test
    void aDatabaseWithAHistoryHasNothingToBegin(ScratchServer.Running server) {
        database.execute("CREATE TABLE orders (id int PRIMARY KEY)");
        baseline(server);

        Failure failure = baseline(server).error().orElseThrow();

        assertThat(failure.code()).isEqualTo("has-history");
        assertThat(failure.message()).contains("1 changeset");
    }

    @Test
    void anEmptyDatabaseIsSimplyDeployedTo(ScratchServer.Running server) {
        Failure failure = baseline(server).error().orElseThrow();

        assertThat(failure.code()).isEqualTo("nothing-there");
        assertThat(files()).containsExactly("master.yaml");
    }

    private String text() {
        try (Stream<Path> found = Files.walk(folder.resolve("src/main/resources"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> files() {
        try (Stream<Path> found = Files.walk(folder.resolve("src/main/resources"))) {
            return found.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome baseline(ScratchServer.Running server) {
        return baseline(server, database.target());
    }

    private Outcome baseline(ScratchServer.Running server, Target target) {
        Path root = folder.resolve("src/main/resources");
        ChangelogFiles files = new ChangelogFiles(root.resolve(MASTER), List.of(root), folder);
        Baseline baseline = new Baseline(
                project.reader(),
                () -> new ChangesetWriter(project.reader(), files, Clock.systemUTC()),
                major -> new Kept(server),
                new BaselineTools(
                        new PgCodeKeeperComparison(),
                        new ScratchStatements(),
                        new DeployedReplay(
                                project.reader(), t -> new PostgresTarget(t, "0-test", false), this::run, progress)),
                "me",
                progress);
        DeployRequest request = new DeployRequest(
                target,
                Environment.STAGING,
                StepLimits.NONE,
                0,
                Duration.ZERO,
                Optional.empty(),
                Duration.ofSeconds(10),
                Set.of(),
                run());
        return new RecordBaseline(
                        project.reader(),
                        new PostgresTarget(target, "0-test", false),
                        request,
                        facts -> baseline.prepare(target, facts),
                        progress)
                .run();
    }

    private RunStart run() {
        return new RunStart("0123abcd", "baseline", "0-test", "https://ci/run/7", null, "staging");
    }

    /** The tests' own server, which stays. */
    private record Kept(ScratchServer.Running server) implements ScratchServer.Running {
        @Override
        public Target target() {
            return server.target();
        }

        @Override
        public Target createDatabase() {
            return server.createDatabase();
        }

        @Override
        public Target cloneDatabase(Target template) {
            return server.cloneDatabase(template);
        }

        @Override
        public void dropDatabase(Target dropped) {
            server.dropDatabase(dropped);
        }

        @Override
        public void createRole(String name) {
            server.createRole(name);
        }

        @Override
        public void close() {
            // The next test needs it.
        }
    }
}
