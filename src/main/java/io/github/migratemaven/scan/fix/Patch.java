package io.github.migratemaven.scan.fix;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Finding.Edit;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.ProjectFiles;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that the findings' fixes change, as one unified diff. */
public final class Patch {
    private static final Comparator<Edit> ORDER =
            Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end).thenComparing(Edit::text);

    private Patch() {}

    /** Empty when nothing can be fixed by itself. */
    public static String of(List<Finding> findings, ProjectFiles project) {
        Map<String, TreeSet<Edit>> byFile = new TreeMap<>();
        for (Finding finding : findings) {
            finding.fix()
                    .ifPresent(fix -> byFile.computeIfAbsent(
                                    finding.position().map(Position::file).orElse(""), f -> new TreeSet<>(ORDER))
                            .addAll(fix.edits()));
        }
        StringBuilder patch = new StringBuilder();
        byFile.forEach((path, edits) -> project.read(path)
                .filter(file -> !edits.isEmpty())
                .ifPresent(file -> patch.append(UnifiedDiff.of(path, file.text(), Edits.merged(List.copyOf(edits))))));
        return patch.toString();
    }
}
