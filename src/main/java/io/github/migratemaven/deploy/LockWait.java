package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Step;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.SqlFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Who kept a step from its lock, and whether they are still there. */
final class LockWait {
    /** Transactions of an application that come and go do not keep anybody waiting. */
    private static final Duration LONG = Duration.ofSeconds(1);

    private final DeploySession session;

    LockWait(DeploySession session) {
        this.session = session;
    }

    /** In words; empty where nobody can be named. */
    List<String> blockers(Step step, SqlFailure failure) {
        if (!failure.retryable()) {
            return List.of();
        }
        List<String> seen = session.blockers();
        return !seen.isEmpty()
                ? seen
                : relation(step).map(r -> session.holders(r, Duration.ZERO)).orElse(List.of());
    }

    /** To be asked between attempts; never true where it cannot be known. */
    BooleanSupplier free(Step step) {
        Optional<String> relation = relation(step);
        return () ->
                relation.isPresent() && session.holders(relation.get(), LONG).isEmpty();
    }

    private static Optional<String> relation(Step step) {
        if (!(step instanceof Step.Sql sql)) {
            return Optional.empty();
        }
        String lock = sql.traits().lock().split(";", 2)[0];
        int on = lock.lastIndexOf(" on ");
        return on < 0 ? Optional.empty() : Optional.of(lock.substring(on + 4));
    }
}
