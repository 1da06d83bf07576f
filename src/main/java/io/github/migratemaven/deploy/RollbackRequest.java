package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Environment;
import java.util.Optional;

/**
 * What a rollback is told.
 *
 * @param run how it runs, as for a deploy
 * @param dryRun true = print only; false = run; empty = run where the target is stamped {@code development}, print elsewhere
 */
public record RollbackRequest(DeployRequest run, RollbackRange range, Optional<Boolean> dryRun) {

    /** @param stamp what the target carries */
    boolean runs(Optional<Environment> stamp) {
        return !dryRun.orElseGet(() -> {
            Environment here = stamp.or(
                            () -> run.claim().embedded() ? run.claim().stamp() : Optional.empty())
                    .orElse(Environment.PRODUCTION);
            return here != Environment.DEVELOPMENT;
        });
    }
}
