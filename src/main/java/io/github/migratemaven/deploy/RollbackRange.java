package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.MigrateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** How far back the history is asked to go. */
public sealed interface RollbackRange {

    /**
     * The rows that go, the newest first.
     *
     * @param history without Liquibase's internal rows, the oldest first
     * @throws MigrateException with an {@code InvalidInput} where the history has no such place
     */
    List<HistoryRow> rows(List<HistoryRow> history);

    /** The last so many. */
    record Count(int count) implements RollbackRange {
        @Override
        public List<HistoryRow> rows(List<HistoryRow> history) {
            if (count > history.size()) {
                throw new MigrateException(Failure.InvalidInput.of(
                        "too-many",
                        "there are no " + count + " changesets to undo: the history has " + history.size(),
                        "mvn migrate:status lists them."));
            }
            return after(history, history.size() - count);
        }
    }

    /** Everything behind the changeset that bears a tag. */
    record ToTag(String tag) implements RollbackRange {
        @Override
        public List<HistoryRow> rows(List<HistoryRow> history) {
            for (int i = history.size() - 1; i >= 0; i--) {
                if (history.get(i).tag().filter(tag::equals).isPresent()) {
                    return after(history, i + 1);
                }
            }
            String known = history.stream().flatMap(row -> row.tag().stream()).collect(Collectors.joining(", "));
            throw new MigrateException(Failure.InvalidInput.of(
                    "unknown-tag",
                    "the history has no tag \"" + tag + "\"",
                    known.isEmpty()
                            ? "It has no tag at all; name a changeset with -Dmigrate.to=ID, or a number with -Dmigrate.count=N."
                            : "Its tags are: " + known + "."));
        }
    }

    /** Everything behind a changeset; given by its id, or in full as {@code path::id::author}. */
    record To(String id) implements RollbackRange {
        @Override
        public List<HistoryRow> rows(List<HistoryRow> history) {
            List<HistoryRow> found = history.stream()
                    .filter(row -> row.identity().id().equals(id)
                            || row.identity().toString().equals(id))
                    .toList();
            if (found.isEmpty()) {
                throw new MigrateException(Failure.InvalidInput.of(
                        "not-applied",
                        "changeset \"" + id + "\" has not been applied here: there is no way back to it",
                        "mvn migrate:status lists what has; the id is case-sensitive."));
            }
            if (found.size() > 1) {
                throw new MigrateException(Failure.InvalidInput.of(
                        "ambiguous-changeset",
                        found.size() + " applied changesets have the id \"" + id + "\"",
                        "Name one in full: "
                                + found.stream()
                                        .map(row -> row.identity().toString())
                                        .collect(Collectors.joining(" or "))));
            }
            return after(history, history.indexOf(found.get(0)) + 1);
        }
    }

    private static List<HistoryRow> after(List<HistoryRow> history, int from) {
        List<HistoryRow> rows = new ArrayList<>(history.subList(from, history.size()));
        Collections.reverse(rows);
        return rows;
    }
}
