package io.github.migratemaven.author;

import io.github.migratemaven.model.Changeset;
import java.util.Optional;

/** Ids of new changesets: their name, spelled as the ids before it. */
final class ChangesetIds {
    private ChangesetIds() {}

    /** @param before the changelog's last changeset */
    static String of(ChangesetName name, Optional<Changeset> before) {
        String example = before.map(c -> c.identity().id()).orElse("");
        boolean dashes = example.contains("-")
                || !example.contains("_")
                        && before.map(ChangesetIds::file).orElse("").contains("-");
        return name.joined(dashes ? "-" : "_");
    }

    private static String file(Changeset changeset) {
        String path = changeset.identity().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
