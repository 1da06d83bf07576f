package io.github.migratemaven.layout;

import io.github.migratemaven.model.ChangesetId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Migrations that are classes, found by their sources: only Flyway can run them, but they have their place in the order, and what
 * comes after one that has not run must not run before it.
 */
final class JavaMigrations {
    private final LayoutRequest request;

    JavaMigrations(LayoutRequest request) {
        this.request = request;
    }

    List<Migration> find() {
        List<Migration> found = new ArrayList<>();
        for (Path source : request.sources()) {
            for (Path file : FolderFiles.below(source.resolve(request.path()))) {
                String name = file.getFileName().toString();
                int dot = name.lastIndexOf('.');
                boolean code = name.endsWith(".java") || name.endsWith(".kt") || name.endsWith(".groovy");
                if (code && name.contains("__")) {
                    FlywayName.ofStem(name.substring(0, dot))
                            .filter(parsed -> parsed.kind() != FlywayName.Kind.UNDO)
                            .ifPresent(parsed -> found.add(migration(file, parsed)));
                }
            }
        }
        return found;
    }

    private Migration migration(Path file, FlywayName name) {
        return new Migration(
                new ChangesetId(name.stem(), Tool.FLYWAY.word(), request.path() + "/" + file.getFileName()),
                name,
                request.shown(file),
                ScriptSettings.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }
}
