package io.github.migratemaven.author;

import io.github.migratemaven.model.Changeset;
import java.util.List;
import java.util.Optional;

/** Ids of new changesets: their name, spelled as the ids before it. */
final class ChangesetIds {
    private ChangesetIds() {}

    /** @param all the changelog's changesets */
    static String of(ChangesetName name, List<Changeset> all) {
        Optional<Changeset> before = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
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
