package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Files that include each other: Liquibase follows them until its stack overflows. */
final class IncludeCycle {
    private IncludeCycle() {}

    /** @param trail the files that were read, the latest first */
    static MigrateException of(SourceFiles files, List<String> trail, String root, StackOverflowError error) {
        List<String> circle = from(root, circle(files, trail));
        if (circle.isEmpty()) {
            return new MigrateException(
                    Failure.InvalidInput.at(
                            Position.ofFile(files.shown(trail.isEmpty() ? root : trail.get(0))),
                            "changelog-invalid",
                            "the changelog is nested too deeply to be read",
                            "Check for a list or an element that is opened again and again and never closed."),
                    error);
        }
        List<String> names = circle.stream().map(files::shown).toList();
        Position at = mention(files, circle.get(0), circle.get(1)).orElse(Position.ofFile(names.get(0)));
        String message = names.get(0).equals(names.get(1))
                ? names.get(0) + " includes itself"
                : "the includes go round in a circle: " + String.join(" → ", names);
        return new MigrateException(
                Failure.InvalidInput.at(
                        at, "include-cycle", message, "Remove one of the includes; each file is included once."),
                error);
    }

    /** From the file that was read last back to its reading before; only files that name the next one belong to it. */
    private static List<String> circle(SourceFiles files, List<String> trail) {
        if (trail.isEmpty()) {
            return List.of();
        }
        String last = trail.get(0);
        int before = trail.subList(1, trail.size()).indexOf(last) + 1;
        List<String> circle = new ArrayList<>(List.of(last));
        for (String file : trail.subList(1, before == 0 ? trail.size() : before + 1)) {
            if (mention(files, file, circle.get(0)).isPresent()) {
                circle.add(0, file);
            }
        }
        boolean closed = circle.size() > 1 && circle.get(0).equals(last);
        return closed ? circle : mention(files, last, last).isPresent() ? List.of(last, last) : List.of();
    }

    /** Begins with the changelog itself, or else with the first by name: where the stack ends is chance. */
    private static List<String> from(String root, List<String> circle) {
        if (circle.size() < 3) {
            return circle;
        }
        List<String> files = new ArrayList<>(circle.subList(1, circle.size()));
        int start = files.contains(root) ? files.indexOf(root) : files.indexOf(Collections.min(files));
        Collections.rotate(files, -start);
        files.add(files.get(0));
        return files;
    }

    private static Optional<Position> mention(SourceFiles files, String file, String included) {
        String name = included.substring(included.lastIndexOf('/') + 1);
        return files.text(file).flatMap(text -> text.find(name, 0));
    }
}
