package io.github.migratemaven.report;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.PlannedChangeset;
import io.github.migratemaven.model.PlannedChangeset.PlannedStep;
import io.github.migratemaven.model.PlannedChangeset.Script;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.RunRecord;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Outcomes for the tests of this package, as the goals make them. */
final class Outcomes {
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    static final String FOLDER = "src/main/resources/db/changelog/";

    String goal = "status";
    List<State> states = List.of(State.UP_TO_DATE);
    Optional<Outcome.TargetSummary> target = Optional.of(new Outcome.TargetSummary(
            "db.example.com:5432", "shop", "app", "deployer", "15.18", "production", "DIRECT_URL"));
    final List<AppliedChangeset> applied = new ArrayList<>();
    final List<Changeset> pending = new ArrayList<>();
    final List<StepResult> steps = new ArrayList<>();
    final List<Script> script = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    Optional<RunRecord> lastRun = Optional.empty();
    Optional<Failure> error = Optional.empty();
    Duration took = Duration.ofMillis(412);

    static Outcomes of(String goal, State... states) {
        Outcomes outcomes = new Outcomes();
        outcomes.goal = goal;
        outcomes.states = List.of(states);
        return outcomes;
    }

    Outcome build() {
        return new Outcome(
                goal, states, target, applied, pending, steps, script, findings, lastRun, error, START, took);
    }

    static ChangesetId id(String name, String author) {
        return new ChangesetId(name, author, "db/changelog/" + name + ".sql");
    }

    static Position at(String name, int line, int column) {
        return new Position(FOLDER + name + ".sql", line, column);
    }

    static Changeset changeset(ChangesetId id, Position position) {
        return new Changeset(
                id,
                position,
                "9:0f",
                c -> true,
                new Changeset.Recorded("", "", "", "", Optional.empty(), "4.33.0"),
                new Changeset.Rules(false, false, true, true, false, true, false),
                Changeset.Selection.SELECTED);
    }

    Outcomes pending(String name, String author) {
        pending.add(changeset(id(name, author), at(name, 3, 1)));
        return this;
    }

    Outcomes pending(ChangesetId id, Position position) {
        pending.add(changeset(id, position));
        return this;
    }

    /** From an earlier run. */
    Outcomes applied(String name, String author, String when, String how) {
        applied.add(new AppliedChangeset(
                id(name, author), Optional.of(at(name, 3, 1)), LocalDateTime.parse(when), how, OptionalLong.empty()));
        return this;
    }

    /** By this run, with one step that took as long. */
    Outcomes deployed(String name, String author, long millis, String sql) {
        applied.add(new AppliedChangeset(
                id(name, author), Optional.of(at(name, 3, 1)), null, "EXECUTED", OptionalLong.of(millis)));
        steps.add(new StepResult(id(name, author), sql, at(name, 4, 1), millis, -1));
        return this;
    }

    Outcomes planned(ChangesetId id, Position position, List<String> notes, PlannedStep... planned) {
        Changeset changeset = changeset(id, position);
        pending.add(changeset);
        script.add(new Script(new PlannedChangeset(changeset, Optional.empty()), List.of(planned), notes));
        return this;
    }

    static PlannedStep sql(ChangesetId id, Position at, String sql, boolean transactional, String lock, String risk) {
        return new PlannedStep(
                id,
                new Step.Sql(sql, at, io.github.migratemaven.model.StepTraits.PLAIN, o -> at),
                transactional,
                lock,
                risk);
    }

    static PlannedStep engine(ChangesetId id, Position at, String change, String description) {
        return new PlannedStep(id, new Step.Engine(change, description, 0, at), true, "", "");
    }

    Outcomes finding(Finding finding) {
        findings.add(finding);
        return this;
    }

    Outcomes lastRun(String state, Instant finished, String error) {
        lastRun = Optional.of(new RunRecord(
                "7f3c",
                "deploy",
                state,
                Instant.parse("2026-11-20T08:15:02Z"),
                finished,
                "ada",
                "https://github.com/acme/shop/actions/runs/8211",
                "1a2b3c4d",
                "0.1.0",
                error,
                Map.of("table app.orders", "5e")));
        return this;
    }

    // --- whole reports, one for each thing that a report can look like ---

    static Outcomes upToDate() {
        return of("status", State.UP_TO_DATE)
                .applied("0019-customer-email", "ada", "2026-11-12T09:30:11", "EXECUTED")
                .applied("0020-order-view", "grace", "2026-11-20T08:15:03", "RERAN")
                .applied("0021-order-index", "grace", "2026-11-20T08:15:04", "EXECUTED")
                .lastRun("succeeded", Instant.parse("2026-11-20T08:15:05.400Z"), null);
    }

    static Outcomes trouble() {
        Outcomes trouble = of("status", State.EDITED, State.MISSING, State.PENDING)
                .pending("0022-add-note", "ada")
                .pending("0023-order-status", "grace")
                .lastRun("failed", Instant.parse("2026-11-20T08:15:05.400Z"), "canceling statement\nsecond line");
        for (int i = 1; i <= 8; i++) {
            trouble.applied("000" + i + "-table", "ada", "2026-11-12T09:30:1" + i, "EXECUTED");
        }
        trouble.applied.add(new AppliedChangeset(
                id("0009-gone", "linus"),
                Optional.empty(),
                LocalDateTime.parse("2026-11-13T17:00:00"),
                "MARK_RAN",
                OptionalLong.empty()));
        return trouble.finding(new Finding(
                        "edited",
                        Severity.ERROR,
                        "The changeset was edited after it had been applied on 2026-11-12: its checksum is 9:0f, and the"
                                + " history has 9:a1.",
                        Optional.of(at("0003-table", 3, 1)),
                        List.of(
                                "src/main/resources/db/changelog/db.changelog-master.yaml:4",
                                "db/changelog/0003-table.sql"),
                        "Put the old text back and write the change as a new changeset."))
                .finding(Finding.of(
                        "missing",
                        Severity.WARNING,
                        "The history has 0009-gone by linus, which the changelog lacks.",
                        "Is another branch deployed here?"));
    }

    static Outcomes plan() {
        ChangesetId note = id("0022-add-note", "ada");
        ChangesetId index = id("0023-order-index", "grace");
        ChangesetId data = id("0024-countries", "grace");
        return of("plan", State.PENDING)
                .planned(
                        note,
                        at("0022-add-note", 3, 1),
                        List.of(),
                        sql(
                                note,
                                at("0022-add-note", 4, 1),
                                "ALTER TABLE orders\n    ADD COLUMN note text",
                                true,
                                "ACCESS EXCLUSIVE on orders",
                                "waits behind every open transaction that touches the table"),
                        sql(
                                note,
                                at("0022-add-note", 7, 1),
                                "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n    NEW.changed :="
                                        + " now();\n    RETURN NEW;\nEND\n$$ -- last; words",
                                true,
                                "",
                                ""))
                .planned(
                        index,
                        at("0023-order-index", 3, 1),
                        List.of("runs without a transaction since CREATE INDEX CONCURRENTLY needs it"),
                        sql(
                                index,
                                at("0023-order-index", 4, 1),
                                "CREATE INDEX CONCURRENTLY orders_customer ON orders (customer_id)",
                                false,
                                "SHARE UPDATE EXCLUSIVE on orders",
                                ""))
                .planned(
                        data,
                        at("0024-countries", 3, 1),
                        List.of(),
                        engine(data, at("0024-countries", 9, 5), "loadData", "countries from db/data/countries.csv"));
    }

    static Outcomes deployed() {
        Outcomes deployed = of("deploy", State.UP_TO_DATE)
                .deployed("0022-add-note", "ada", 12, "ALTER TABLE orders ADD COLUMN note text")
                .deployed("0023-order-status", "grace", 31, "CREATE TYPE order_status AS ENUM ('open', 'paid')")
                .deployed(
                        "0024-order-index",
                        "grace",
                        125_300,
                        "CREATE INDEX CONCURRENTLY orders_customer\n  ON orders (customer_id, created_at) WHERE status = 'open'");
        deployed.took = Duration.ofMillis(125_900);
        return deployed;
    }

    static Outcomes failedDeploy() {
        Outcomes failed = of("deploy", State.PENDING)
                .deployed("0022-add-note", "ada", 12, "ALTER TABLE orders ADD COLUMN note text")
                .pending("0023-order-status", "grace")
                .pending("0024-order-index", "grace");
        failed.error = Optional.of(new Failure.StepFailed(
                "step-failed",
                "column \"customer\" does not exist\nHint: Perhaps you meant to reference the column"
                        + " \"orders.customer_id\".",
                "Correct the statement and deploy again; the changeset was rolled back as a whole.",
                id("0023-order-status", "grace"),
                Optional.of(at("0023-order-status", 14, 9)),
                Optional.of("42703")));
        return failed;
    }

    static Outcomes unreachable() {
        Outcomes unreachable = of("status", State.UNREACHABLE);
        unreachable.target = Optional.of(
                new Outcome.TargetSummary("db.example.com:5432", "shop", "app", "", "", "production", "-Dmigrate.url"));
        unreachable.error = Optional.of(new Failure.Unreachable(
                "unreachable",
                "No server answers at db.example.com:5432/shop: connection refused.",
                "Is it running, and may this machine connect to it?",
                Optional.empty()));
        return unreachable;
    }
}
