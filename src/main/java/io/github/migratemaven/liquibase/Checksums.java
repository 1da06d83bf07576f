package io.github.migratemaven.liquibase;

import java.util.HashMap;
import java.util.Map;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.util.ValidatingVisitorUtil;

/**
 * Checksums of all of Liquibase's versions. A change set keeps the first checksum that it was asked for, whatever version the
 * next question is about: it is cleared around each of ours.
 */
final class Checksums {
    private final Database database;

    /** @param database since version 9, changes for another database do not count */
    Checksums(Database database) {
        this.database = database;
    }

    /** In the version that this Liquibase writes. */
    String current(ChangeSet changeSet) {
        return in(
                ChecksumVersion.latest(),
                changeSet,
                () -> changeSet.generateCheckSum(ChecksumVersion.latest()).toString());
    }

    /**
     * Whether a stored checksum belongs to this content. Follows Liquibase's ValidatingVisitor, which also forgives what some of
     * its versions got wrong.
     *
     * @param stored null = any content does
     */
    boolean accepts(ChangeSet changeSet, String stored) {
        if (stored == null || stored.isBlank()) {
            return true;
        }
        CheckSum checksum = CheckSum.parse(stored);
        ChecksumVersion version = ChecksumVersion.enumFromChecksumVersion(checksum.getVersion());
        if (changeSet.shouldRunOnChange()) {
            // Only what is the same will do, as in Liquibase: validCheckSum is for all others.
            return in(version, changeSet, () -> checksum.equals(changeSet.generateCheckSum(version)));
        }
        if (in(version, changeSet, () -> changeSet.isCheckSumValid(checksum))) {
            return true;
        }
        RanChangeSet ran = new RanChangeSet(changeSet);
        ran.setLastCheckSum(checksum);
        return in(
                version,
                changeSet,
                () -> ValidatingVisitorUtil.isChecksumIssue(changeSet, ran, changeSet.getChangeLog(), database));
    }

    private <T> T in(ChecksumVersion version, ChangeSet changeSet, Scope.ScopedRunnerWithReturn<T> question) {
        Map<String, Object> values = new HashMap<>();
        values.put(Scope.Attr.checksumVersion.name(), version);
        values.put(Scope.Attr.database.name(), database);
        changeSet.clearCheckSum();
        try {
            return Scope.child(values, question);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        } finally {
            changeSet.clearCheckSum();
        }
    }
}
