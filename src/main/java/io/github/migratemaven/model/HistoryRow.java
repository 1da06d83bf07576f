package io.github.migratemaven.model;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One row of {@code databasechangelog}.
 *
 * @param checksum as stored; null = any content is accepted (Liquibase's meaning of a cleared checksum)
 * @param executedAt the server's local time, as Liquibase stores it (no time zone)
 * @param order {@code orderexecuted}
 * @param execType EXECUTED, RERAN, MARK_RAN, SKIPPED or FAILED
 * @param deploymentId groups the rows of one run; null in old histories
 */
public record HistoryRow(
        ChangesetId identity,
        String checksum,
        LocalDateTime executedAt,
        int order,
        String execType,
        String deploymentId,
        Optional<String> tag) {}
