package io.github.migratemaven.deploy;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.State;
import io.github.migratemaven.port.ForeignHistory;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What changelog and database look like side by side, at one moment. */
record Inspection(Comparison comparison, Observation seen, StateRules.Verdict verdict, String historyDigest) {
    /** Id of what is in the project's folder and does not run here. */
    static final String UNSUPPORTED = "unsupported-migration";

    static Inspection of(Changelog changelog, Session session) {
        Session.Sight sight = session.look();
        Observation seen = Observation.of(sight);
        Comparison comparison = Comparison.of(changelog, seen.history().rows());
        return new Inspection(comparison, seen, StateRules.judge(comparison, seen), sight.historyDigest());
    }

    /** As {@link #of(Changelog, Session)}, with an eye for the history of the tool whose layout the changelog has. */
    static Inspection of(LoadedChangelog loaded, Session session) {
        Inspection plain = of(loaded.changelog(), session);
        Optional<ForeignHistory> origin = loaded.origin();
        if (origin.isEmpty()) {
            return plain;
        }
        List<Finding> findings = new ArrayList<>(plain.verdict.findings());
        if (plain.seen.history().rows().isEmpty() && isUsed(origin.get(), session)) {
            findings.removeIf(f -> f.id().equals(State.UNMANAGED.word()));
            findings.add(unmanaged(origin.get()));
        }
        loaded.changelog()
                .warnings()
                .forEach(warning -> findings.add(Finding.of(
                        UNSUPPORTED, Severity.WARNING, warning, "Go on running it with its own tool, or rewrite it.")));
        return new Inspection(
                plain.comparison,
                plain.seen,
                new StateRules.Verdict(plain.states(), List.copyOf(findings)),
                plain.historyDigest);
    }

    private static boolean isUsed(ForeignHistory history, Session session) {
        return session.rowsOf(history.table()).filter(rows -> !rows.isEmpty()).isPresent();
    }

    private static Finding unmanaged(ForeignHistory history) {
        return Finding.of(
                State.UNMANAGED.word(),
                Severity.ERROR,
                "the database has a history of its own in " + history.table() + ", which has not been taken over",
                "Take it over: mvn migrate:baseline -Dmigrate.from=" + history.tool());
    }

    /** Why nothing may be deployed before another tool's history was taken over. */
    Optional<Finding> obstacle() {
        return verdict.findings().stream()
                .filter(f -> f.id().equals(State.UNMANAGED.word()) && f.severity() == Severity.ERROR)
                .findFirst();
    }

    List<AppliedChangeset> applied() {
        List<AppliedChangeset> applied = new ArrayList<>();
        comparison
                .applied()
                .forEach((row, changeset) -> applied.add(new AppliedChangeset(
                        row.identity(),
                        changeset.map(Changeset::position),
                        row.executedAt(),
                        row.execType(),
                        OptionalLong.empty())));
        return applied;
    }

    List<State> states() {
        return verdict.states();
    }
}
