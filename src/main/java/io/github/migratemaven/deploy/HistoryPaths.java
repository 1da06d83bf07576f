package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.HistoryRow;
import java.util.List;
import java.util.Map;

/**
 * The many spellings of one changelog path. Liquibase makes the path part of a changeset's identity, but each way to start it
 * spells paths differently: {@code db/changelog/a.sql} from a class path, {@code src/main/resources/db/changelog/a.sql} from
 * Maven, {@code classpath:/db/…} from Spring.
 */
final class HistoryPaths {
    private static final List<String> ROOTS =
            List.of("src/main/resources/", "src/test/resources/", "target/classes/", "BOOT-INF/classes/", "resources/");

    private HistoryPaths() {}

    /** The spelling that all spellings of a file share: as an application sees it on its class path. */
    static String normalized(String path) {
        String p = path.replace('\\', '/');
        for (String protocol : List.of("classpath*:", "classpath:", "file:")) {
            p = p.startsWith(protocol) ? p.substring(protocol.length()) : p;
        }
        while (p.startsWith("./") || p.startsWith("/")) {
            p = p.substring(p.indexOf('/') + 1);
        }
        for (String root : ROOTS) {
            int at = p.startsWith(root) ? 0 : p.indexOf("/" + root) + 1;
            if (at > 0 || p.startsWith(root)) {
                return p.substring(at + root.length());
            }
        }
        return p;
    }

    static ChangesetId normalized(ChangesetId id) {
        return new ChangesetId(id.id(), id.author(), normalized(id.path()));
    }

    /**
     * What this database's history writes in front of a path, so that our rows look like those before them and whoever
     * deployed until now can go on.
     *
     * @param matched rows with the changeset that they belong to, in the order they were applied; the last one decides
     */
    static String prefix(Map<HistoryRow, Changeset> matched) {
        String prefix = "";
        for (Map.Entry<HistoryRow, Changeset> row : matched.entrySet()) {
            if (isFilePath(row.getValue())) {
                String stored = row.getKey().identity().path();
                String plain = normalized(stored);
                prefix = stored.endsWith(plain) ? stored.substring(0, stored.length() - plain.length()) : "";
            }
        }
        return prefix;
    }

    /** The identity of a changeset as this history spells it. */
    static ChangesetId stored(Changeset changeset, String prefix) {
        ChangesetId id = changeset.identity();
        return isFilePath(changeset) ? new ChangesetId(id.id(), id.author(), prefix + id.path()) : id;
    }

    /** Whether its path is where its file is, and not a logicalFilePath, which is the same everywhere. */
    private static boolean isFilePath(Changeset changeset) {
        String path = changeset.identity().path();
        String file = changeset.position().file();
        return file.equals(path) || file.endsWith("/" + path);
    }
}
