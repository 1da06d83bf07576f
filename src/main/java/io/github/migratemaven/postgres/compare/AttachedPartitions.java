package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.CatalogueChange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * pgcodekeeper drops a table's constraints before it attaches it, since a partition has its parent's. ATTACH PARTITION demands the
 * CHECKs, though, and takes over keys that are there: a drop that comes after it fails where it is not needed, and is left out.
 */
final class AttachedPartitions {
    private static final Pattern ATTACHED = Pattern.compile(
            "ALTER TABLE " + DescribedStatement.NAME + "\\s+ATTACH PARTITION (" + DescribedStatement.NAME + ").*",
            Pattern.DOTALL);

    private AttachedPartitions() {}

    static List<CatalogueChange> keepingConstraints(List<CatalogueChange> changes) {
        List<CatalogueChange> ordered = new ArrayList<>(changes);
        for (CatalogueChange change : changes) {
            Matcher attached = ATTACHED.matcher(change.sql());
            if (attached.matches()) {
                String drop = "(?s)ALTER TABLE (ONLY )?" + Pattern.quote(attached.group(1)) + "\\s+DROP CONSTRAINT .*";
                List<CatalogueChange> drops =
                        ordered.stream().filter(c -> c.sql().matches(drop)).toList();
                ordered.removeAll(drops);
                ordered.addAll(ordered.indexOf(change) + 1, drops);
            }
        }
        return ordered;
    }
}
