package io.github.migratemaven.author;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Outcomes of goals that write changesets: what they wrote is pending. */
final class Authored {
    private Authored() {}

    static Outcome outcome(String goal, List<Changeset> written, List<Finding> findings, Instant start) {
        return new Outcome(
                goal,
                List.of(),
                Optional.empty(),
                List.of(),
                written,
                List.of(),
                List.of(),
                findings,
                Optional.empty(),
                Optional.empty(),
                start,
                Duration.between(start, Instant.now()));
    }
}
