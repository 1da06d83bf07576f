package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.PlannedChangeset;
import io.github.migratemaven.model.PlannedChangeset.PlannedStep;
import io.github.migratemaven.model.PlannedChangeset.Script;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.TargetDatabase;
import java.util.ArrayList;
import java.util.List;

/** What a deploy would run, statement by statement; writes nothing. */
public final class PrintedPlan {
    private final ChangelogReader reader;
    private final TargetDatabase database;
    private final Target target;
    private final Environment environment;

    public PrintedPlan(ChangelogReader reader, TargetDatabase database, Target target, Environment environment) {
        this.reader = reader;
        this.database = database;
        this.target = target;
        this.environment = environment;
    }

    public Outcome run() {
        OutcomeBuilder outcome = new OutcomeBuilder("plan", TargetDescription.of(target, null, environment));
        try (LoadedChangelog loaded = reader.read();
                Session session = database.openReadOnly()) {
            outcome.target(TargetDescription.of(target, session.facts(), environment));
            Inspection inspection = Inspection.of(loaded, session);
            outcome.inspected(inspection);
            MigrationEngine engine = loaded.bind(session);
            List<Script> scripts = new ArrayList<>();
            for (PlannedChangeset planned : inspection.comparison().planned()) {
                scripts.add(script(engine, planned));
            }
            outcome.script(scripts);
        } catch (MigrateException e) {
            outcome.failed(e, true);
        }
        return outcome.build();
    }

    private static Script script(MigrationEngine engine, PlannedChangeset planned) {
        List<Step> steps = engine.steps(planned.changeset());
        boolean transactional = Transactionality.of(planned.changeset(), steps).transactional();
        List<PlannedStep> shown = new ArrayList<>();
        for (Step step : steps) {
            boolean sql = step instanceof Step.Sql;
            shown.add(new PlannedStep(
                    planned.changeset().identity(),
                    step,
                    transactional,
                    sql ? ((Step.Sql) step).traits().lock() : "",
                    sql ? ((Step.Sql) step).traits().risk() : "run by Liquibase: not analysed"));
        }
        List<String> notes = new ArrayList<>();
        planned.rerun()
                .ifPresent(row -> notes.add("runs again ("
                        + (planned.changeset().rules().runAlways() ? "runAlways" : "runOnChange") + ")"));
        if (planned.changeset().rules().hasPreconditions()) {
            notes.add("has preconditions, which are checked when it is deployed");
        }
        if (!transactional) {
            notes.add("not in a transaction: each step is journalled, a failure leaves the steps before it applied");
        }
        return new Script(planned, shown, notes);
    }
}
