package io.github.migratemaven.model;

import java.time.LocalDateTime;
import java.util.Objects;
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
        Optional<String> tag) {
    /** Written out, as a key of large maps: what the JDK makes for a record is linked at run time and slow until compiled. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof HistoryRow that
                        && order == that.order
                        && identity.equals(that.identity)
                        && Objects.equals(checksum, that.checksum)
                        && Objects.equals(executedAt, that.executedAt)
                        && Objects.equals(execType, that.execType)
                        && Objects.equals(deploymentId, that.deploymentId)
                        && Objects.equals(tag, that.tag);
    }

    @Override
    public int hashCode() {
        return 31 * identity.hashCode() + order;
    }
}
