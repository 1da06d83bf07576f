package io.github.migratemaven.model;

import java.time.Instant;
import java.util.Map;

/**
 * One row of {@code migrate_run}.
 *
 * @param finishedAt null while it runs, or when it was killed
 * @param state {@code running}, {@code succeeded} or {@code failed}
 * @param catalogue object name to digest, as the run left the schema; empty where it was not recorded
 */
public record RunRecord(
        String id,
        String goal,
        String state,
        Instant startedAt,
        Instant finishedAt,
        String executedBy,
        String source,
        String gitCommit,
        String toolVersion,
        String error,
        Map<String, String> catalogue) {
    public RunRecord {
        catalogue = Map.copyOf(catalogue);
    }
}
