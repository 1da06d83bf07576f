package io.github.migratemaven.layout;

import io.github.migratemaven.layout.FlywayName.Kind;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a folder of Flyway's: names as its ResourceNameParser has them, sub-folders included, versioned migrations by version,
 * repeatable ones after them by description.
 */
final class FlywayFolder {
    private final LayoutRequest request;
    private final List<String> unsupported = new ArrayList<>();

    FlywayFolder(LayoutRequest request) {
        this.request = request;
    }

    Migrations read() {
        List<Migration> found = new ArrayList<>();
        Map<FlywayVersion, Path> undo = new HashMap<>();
        for (Path file : FolderFiles.below(request.folder())) {
            String name = file.getFileName().toString();
            Optional<FlywayName> parsed = FlywayName.ofSql(name);
            if (parsed.isEmpty()) {
                note(file, name);
            } else if (parsed.get().kind() == Kind.UNDO) {
                undo.put(normal(parsed.get()), file);
            } else {
                found.add(sql(file, parsed.get()));
            }
        }
        List<Migration> all = new ArrayList<>();
        for (Migration migration : found) {
            Path script = migration.kind() == Kind.VERSIONED ? undo.remove(normal(migration.name())) : null;
            all.add(script == null ? migration : withUndo(migration, script));
        }
        undo.values().forEach(file -> unsupported.add(request.shown(file) + " undoes no versioned migration"));
        all.addAll(new JavaMigrations(request).find());
        all.sort(Comparator.comparing(Migration::name, FlywayFolder::compare));
        refuseDuplicates(all);
        return new Migrations(all, unsupported);
    }

    /** Versions that compare as equal are not equal records. */
    private static FlywayVersion normal(FlywayName name) {
        return name.version().orElseThrow().normal();
    }

    private Migration sql(Path file, FlywayName name) {
        String shown = request.shown(file);
        ScriptSettings settings =
                ScriptSettings.read(file.resolveSibling(file.getFileName() + ".conf"), shown + ".conf");
        return new Migration(
                identity(name, file.getFileName().toString()),
                name,
                shown,
                settings,
                Optional.of(Script.read(file, shown, settings.encoding())),
                Optional.empty());
    }

    /** Sub-folders count for nothing, as with Flyway: a file may be moved. */
    private ChangesetId identity(FlywayName name, String file) {
        return new ChangesetId(name.stem(), Tool.FLYWAY.word(), request.path() + "/" + file);
    }

    private Migration withUndo(Migration migration, Path script) {
        return new Migration(
                migration.identity(),
                migration.name(),
                migration.file(),
                migration.settings(),
                migration.script(),
                Optional.of(Script.read(
                        script, request.shown(script), migration.settings().encoding())));
    }

    private void note(Path file, String name) {
        String shown = request.shown(file);
        if (FlywayName.isCallback(name)) {
            unsupported.add(shown + " is a callback of Flyway's, which does not run here");
        } else if (FlywayName.isSql(name)) {
            unsupported.add(shown + " has no name of a migration: it is left out, as Flyway does");
        } else if (!name.endsWith(".conf") && FlywayName.ofStem(stem(name)).isPresent() && name.contains("__")) {
            unsupported.add(shown + " is a script that only Flyway can run");
        }
    }

    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    private static int compare(FlywayName a, FlywayName b) {
        if (a.version().isEmpty() || b.version().isEmpty()) {
            return a.version().isPresent()
                    ? -1
                    : b.version().isPresent() ? 1 : a.description().compareTo(b.description());
        }
        int byVersion = a.version().get().compareTo(b.version().get());
        // A baseline migration stands in for what comes before it.
        return byVersion != 0 ? byVersion : a.kind().compareTo(b.kind());
    }

    private static void refuseDuplicates(List<Migration> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            Migration before = sorted.get(i - 1);
            Migration migration = sorted.get(i);
            if (before.kind() == migration.kind() && compare(before.name(), migration.name()) == 0) {
                String what = migration
                        .name()
                        .version()
                        .map(v -> "version " + v)
                        .orElse("description \"" + migration.name().description() + "\"");
                throw new MigrateException(Failure.InvalidInput.at(
                        Position.ofFile(migration.file()),
                        "duplicate-changeset",
                        "two migrations have the " + what + "; the other is " + before.file(),
                        "Give one of them another: Flyway refuses it, too."));
            }
        }
    }
}
