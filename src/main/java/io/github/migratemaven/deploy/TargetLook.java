package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.TargetDatabase;

/** Connects, says to what, and leaves again. */
public final class TargetLook {
    private final String goal;
    private final TargetDatabase database;
    private final Target target;
    private final Environment environment;

    public TargetLook(String goal, TargetDatabase database, Target target, Environment environment) {
        this.goal = goal;
        this.database = database;
        this.target = target;
        this.environment = environment;
    }

    public Outcome run() {
        OutcomeBuilder outcome = new OutcomeBuilder(goal, TargetDescription.of(target, null, environment));
        try (Session session = database.openReadOnly()) {
            outcome.target(TargetDescription.of(target, session.facts(), environment));
        } catch (MigrateException e) {
            outcome.failed(e, true);
        }
        return outcome.build();
    }
}
