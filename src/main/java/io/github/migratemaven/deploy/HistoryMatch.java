package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.HistoryRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which row of the history belongs to which changeset. The exact path counts first, another spelling of it only where it leaves
 * no doubt: a wrong match would leave a changeset out for ever.
 */
final class HistoryMatch {
    private final Map<HistoryRow, Changeset> changesets = new LinkedHashMap<>();
    private final Map<ChangesetId, HistoryRow> rows = new HashMap<>();

    /** What this history writes in front of a file's path. */
    private String prefix = "";

    private HistoryMatch() {}

    static HistoryMatch of(Changelog changelog, List<HistoryRow> history) {
        Map<ChangesetId, Changeset> exact = new HashMap<>();
        Map<ChangesetId, Changeset> spelled = new HashMap<>();
        Set<ChangesetId> ambiguous = new HashSet<>();
        for (Changeset changeset : changelog.changesets()) {
            exact.put(changeset.identity(), changeset);
            ChangesetId normalized = HistoryPaths.normalized(changeset.identity());
            if (spelled.put(normalized, changeset) != null) {
                ambiguous.add(normalized);
            }
        }
        spelled.keySet().removeAll(ambiguous);

        HistoryMatch match = new HistoryMatch();
        for (HistoryRow row : history) {
            ChangesetId normalized = HistoryPaths.normalized(row.identity());
            Changeset found =
                    exact.getOrDefault(row.identity(), exact.getOrDefault(normalized, spelled.get(normalized)));
            if (found != null) {
                match.add(row, found);
            }
        }
        return match;
    }

    private void add(HistoryRow row, Changeset changeset) {
        changesets.put(row, changeset);
        rows.merge(
                changeset.identity(),
                row,
                (earlier, later) -> earlier.identity().equals(changeset.identity()) ? earlier : later);
        if (isFile(changeset)) {
            String path = changeset.identity().path();
            String stored = row.identity().path();
            prefix = stored.endsWith(path) ? stored.substring(0, stored.length() - path.length()) : "";
        }
    }

    /** Empty when the changelog lacks it. */
    Optional<Changeset> changeset(HistoryRow row) {
        return Optional.ofNullable(changesets.get(row));
    }

    /** Empty when it has not run here. */
    Optional<HistoryRow> row(Changeset changeset) {
        return Optional.ofNullable(rows.get(changeset.identity()));
    }

    /**
     * The path that a changeset's row has, or will have: spelled like the rows before it, so that whoever deployed until now can
     * go on. The last row decides. A {@code logicalFilePath} is nobody's spelling of a file, and stays as it is.
     */
    String storedPath(Changeset changeset) {
        String path = changeset.identity().path();
        return row(changeset)
                .map(row -> row.identity().path())
                .orElseGet(() -> isFile(changeset) ? prefix + path : path);
    }

    private static boolean isFile(Changeset changeset) {
        return changeset.position().file().endsWith(changeset.identity().path());
    }
}
