package io.github.migratemaven.testing;

import io.github.migratemaven.deploy.Deploy;
import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.deploy.PrintedPlan;
import io.github.migratemaven.deploy.Reset;
import io.github.migratemaven.deploy.Resolve;
import io.github.migratemaven.deploy.Rollback;
import io.github.migratemaven.deploy.RollbackRange;
import io.github.migratemaven.deploy.RollbackRequest;
import io.github.migratemaven.deploy.Seed;
import io.github.migratemaven.deploy.Status;
import io.github.migratemaven.deploy.TakeOver;
import io.github.migratemaven.layout.LayoutChangelogReader;
import io.github.migratemaven.layout.LayoutRequest;
import io.github.migratemaven.layout.Tool;
import io.github.migratemaven.liquibase.ChangelogRequest;
import io.github.migratemaven.liquibase.LiquibaseChangelogReader;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.EnvironmentClaim;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.SeedFile;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.DeploySession.StepLimits;
import io.github.migratemaven.postgres.OwnedObjects;
import io.github.migratemaven.postgres.PostgresTarget;
import io.github.migratemaven.postgres.SeedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A project with a changelog in a folder, and the goals on it, put together as the plugin does. Not thread-safe. */
public final class TestProject {
    public static final String SQL = "db/changelog/master.sql";

    private final Path folder;
    private final StringBuilder sql = new StringBuilder("--liquibase formatted sql\n");
    private final RecordedProgress progress = new RecordedProgress();
    private Target target;
    private Tool tool;
    private String root = SQL;
    private Map<String, String> parameters = Map.of();
    private String contexts = "";
    private Duration lockTimeout = Duration.ofSeconds(5);
    private Duration statementTimeout = Duration.ZERO;
    private int lockRetries = 10;
    private Optional<Duration> cancelBlockers = Optional.empty();
    private boolean allowPooler;
    private Duration waitForRun = Duration.ofSeconds(30);
    private Set<State> failOn = Set.of(State.EDITED);
    private EnvironmentClaim claim = EnvironmentClaim.NONE;

    public TestProject(Path folder, TestDatabase database) {
        this(folder, database.target());
    }

    public TestProject(Path folder, Target target) {
        this.folder = folder;
        this.target = target;
    }

    /** Appends a changeset to the formatted SQL changelog, which is the root unless {@link #root} says otherwise. */
    public TestProject changeset(String id, String... statements) {
        return changesetWith(id, "", statements);
    }

    /** @param attributes for example {@code runInTransaction:false} */
    public TestProject changesetWith(String id, String attributes, String... statements) {
        sql.append("\n--changeset me:")
                .append(id)
                .append(' ')
                .append(attributes)
                .append('\n');
        for (String statement : statements) {
            sql.append(statement).append(";\n");
        }
        return file(SQL, sql.toString());
    }

    /** Starts the formatted SQL changelog anew. */
    public TestProject empty() {
        sql.setLength(0);
        sql.append("--liquibase formatted sql\n");
        return this;
    }

    public TestProject file(String path, String text) {
        try {
            Path file = folder.resolve("src/main/resources").resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on its changelog is in another tool's layout: {@code db/migration} or {@code prisma/migrations}. */
    public TestProject layout(Tool of) {
        tool = of;
        return this;
    }

    public TestProject root(String path) {
        root = path;
        return this;
    }

    public TestProject target(Target other) {
        target = other;
        return this;
    }

    public TestProject inSchema(String schema) {
        target = target.withSchema(schema);
        return this;
    }

    public TestProject allowPooler() {
        allowPooler = true;
        return this;
    }

    public TestProject parameters(Map<String, String> values) {
        parameters = values;
        return this;
    }

    public TestProject contexts(String names) {
        contexts = names;
        return this;
    }

    public TestProject lockTimeout(Duration limit, int retries) {
        lockTimeout = limit;
        lockRetries = retries;
        return this;
    }

    public TestProject cancelBlockers(Duration idleFor) {
        cancelBlockers = Optional.of(idleFor);
        return this;
    }

    public TestProject statementTimeout(Duration limit) {
        statementTimeout = limit;
        return this;
    }

    public TestProject waitForRun(Duration limit) {
        waitForRun = limit;
        return this;
    }

    public TestProject failOn(State... states) {
        failOn = Set.of(states);
        return this;
    }

    public TestProject claim(EnvironmentClaim what) {
        claim = what;
        return this;
    }

    public Outcome deploy() {
        return deployBy(reader());
    }

    public Outcome deployBy(ChangelogReader by) {
        return new Deploy(by, database(), request("deploy"), progress).run();
    }

    public Outcome rollback(RollbackRange range, Boolean dryRun) {
        return rollback(range, dryRun, reader());
    }

    public Outcome rollback(RollbackRange range, Boolean dryRun, ChangelogReader by) {
        RollbackRequest rollback = new RollbackRequest(request("rollback"), range, Optional.ofNullable(dryRun));
        return new Rollback(by, database(), rollback, progress).run();
    }

    public Outcome seed(SeedFile... files) {
        return new Seed(database(), new SeedRows(), List.of(files), request("seed"), progress).run();
    }

    /** Without seeds. */
    public Outcome reset() {
        return new Reset(
                        reader(),
                        database(),
                        new OwnedObjects(),
                        request("reset"),
                        this::deploy,
                        Optional.empty(),
                        progress)
                .run();
    }

    public Outcome status() {
        return new Status("status", reader(), database(), target, Environment.STAGING, Set.of()).run();
    }

    public Outcome plan() {
        return new PrintedPlan(reader(), database(), target, Environment.STAGING).run();
    }

    public Outcome resolveApplied(String id) {
        return resolve(new Resolve.Verdict(id, true));
    }

    public Outcome resolveRolledBack(String id) {
        return resolve(new Resolve.Verdict(id, false));
    }

    private Outcome resolve(Resolve.Verdict verdict) {
        return new Resolve(reader(), database(), request("resolve"), verdict, progress).run();
    }

    /** Everything that the goals said so far, each line with its level in front. */
    public List<String> said() {
        return progress.lines();
    }

    public PostgresTarget database() {
        return new PostgresTarget(target, "0-test", allowPooler);
    }

    public Outcome takeOver() {
        return new TakeOver(reader(), database(), request("baseline"), tool.word(), progress).run();
    }

    public ChangelogReader reader() {
        if (tool != null) {
            String path = tool == Tool.FLYWAY ? "db/migration" : "prisma/migrations";
            return new LayoutChangelogReader(new LayoutRequest(
                    tool,
                    folder.resolve(tool == Tool.FLYWAY ? "src/main/resources" : ".")
                            .resolve(path)
                            .normalize(),
                    path,
                    folder,
                    List.of(folder.resolve("src/main/java")),
                    parameters,
                    target.schema()));
        }
        return new LiquibaseChangelogReader(
                new ChangelogRequest(
                        root,
                        List.of(folder.resolve("src/main/resources"), folder),
                        folder,
                        getClass().getClassLoader(),
                        contexts,
                        "",
                        parameters,
                        target.schema()),
                progress);
    }

    private DeployRequest request(String goal) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        return new DeployRequest(
                target,
                Environment.STAGING,
                new StepLimits(lockTimeout, statementTimeout),
                lockRetries,
                Duration.ofMinutes(5),
                cancelBlockers,
                waitForRun,
                failOn,
                new RunStart(id, goal, "0-test", "https://ci/run/7", "0123abc", "staging"),
                claim);
    }
}
