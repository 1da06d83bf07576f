package io.github.migratemaven.deploy;

import io.github.migratemaven.model.ChangesetId;
import java.util.List;

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
}
