package io.github.migratemaven.deploy;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.State;
import io.github.migratemaven.port.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What changelog and database look like side by side, at one moment. */
record Inspection(Comparison comparison, Observation seen, StateRules.Verdict verdict, String historyDigest) {

    static Inspection of(Changelog changelog, Session session) {
        Session.Sight sight = session.look();
        Observation seen = Observation.of(sight);
        Comparison comparison = Comparison.of(changelog, seen.history().rows());
        return new Inspection(comparison, seen, StateRules.judge(comparison, seen), sight.historyDigest());
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
