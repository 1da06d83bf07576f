package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.TargetDatabase;
import java.util.Optional;
import java.util.Set;

/** Says what is applied, pending and broken; writes nothing. {@code verify} is the same with a stricter judge. */
public final class Status {
    private final String goal;
    private final ChangelogReader reader;
    private final TargetDatabase database;
    private final Target target;
    private final Environment environment;
    private final Set<State> failOn;

    /** @param failOn states that make the outcome an error */
    public Status(
            String goal,
            ChangelogReader reader,
            TargetDatabase database,
            Target target,
            Environment environment,
            Set<State> failOn) {
        this.goal = goal;
        this.reader = reader;
        this.database = database;
        this.target = target;
        this.environment = environment;
        this.failOn = Set.copyOf(failOn);
    }

    public Outcome run() {
        OutcomeBuilder outcome = new OutcomeBuilder(goal, TargetDescription.of(target, null, environment));
        try (Session session = database.openReadOnly()) {
            outcome.target(TargetDescription.of(target, session.facts(), environment));
            Optional<FastPath.UpToDate> known =
                    failOn.contains(State.UP_TO_DATE) ? Optional.empty() : new FastPath(reader).look(session, true);
            if (known.isPresent()) {
                outcome.inspected(known.get());
            } else {
                inspect(session, outcome);
            }
        } catch (MigrateException e) {
            outcome.failed(e, failOn.contains(State.UNREACHABLE));
        }
        return outcome.build();
    }

    private void inspect(Session session, OutcomeBuilder outcome) {
        try (LoadedChangelog loaded = reader.read()) {
            Inspection inspection = Inspection.of(loaded, session);
            outcome.inspected(inspection);
            outcome.applied(inspection.applied());
            objection(inspection).ifPresent(outcome::error);
        }
    }

    private Optional<Failure> objection(Inspection inspection) {
        var bad = inspection.states().stream().filter(failOn::contains).toList();
        if (bad.isEmpty()) {
            return Optional.empty();
        }
        State worst = bad.get(0);
        var finding = inspection.verdict().findings().stream()
                .filter(f -> f.id().equals(worst.word()))
                .findFirst();
        String message = target.display() + " is " + StateRules.words(bad) + ": "
                + finding.map(f -> f.message()).orElse(worst.meaning());
        String hint = finding.map(f -> f.suggestion()).orElse(hint(worst));
        return Optional.of(new Failure.Rejected(worst.word(), message, hint, finding.flatMap(f -> f.position())));
    }

    private static String hint(State state) {
        return state == State.PENDING
                ? "Apply them with mvn migrate:deploy."
                : "See the findings above; mvn migrate:status lists them again.";
    }
}
