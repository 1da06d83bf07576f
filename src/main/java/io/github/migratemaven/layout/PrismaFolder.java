package io.github.migratemaven.layout;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a folder of Prisma's: each sub-folder is one migration, in the order of their names. */
final class PrismaFolder {
    private static final String SCRIPT = "migration.sql";
    private static final String LOCK = "migration_lock.toml";
    private static final Pattern PROVIDER = Pattern.compile("(?m)^provider\\s*=\\s*\"([^\"]*)\"");

    private final LayoutRequest request;

    PrismaFolder(LayoutRequest request) {
        this.request = request;
    }

    Migrations read() {
        refuseOtherProvider();
        List<Migration> all = new ArrayList<>();
        for (Path folder : FolderFiles.folders(request.folder())) {
            all.add(migration(folder));
        }
        all.sort(Comparator.comparing(m -> m.identity().id()));
        return new Migrations(all, List.of());
    }

    private Migration migration(Path folder) {
        String name = folder.getFileName().toString();
        Path script = folder.resolve(SCRIPT);
        if (!Files.isRegularFile(script)) {
            throw new MigrateException(Failure.InvalidInput.at(
                    Position.ofFile(request.shown(folder)),
                    "changelog-not-found",
                    "the migration has no " + SCRIPT,
                    "Bring the file back, or remove the folder: Prisma refuses it, too (P3015)."));
        }
        // The documented place for the way back.
        Path down = folder.resolve("down.sql");
        return new Migration(
                new ChangesetId(name, Tool.PRISMA.word(), request.path() + "/" + name + "/" + SCRIPT),
                new FlywayName(FlywayName.Kind.VERSIONED, name, Optional.empty(), name),
                request.shown(script),
                new ScriptSettings(Optional.empty(), StandardCharsets.UTF_8, false, true),
                Optional.of(read(script)),
                Files.isRegularFile(down) ? Optional.of(read(down)) : Optional.empty());
    }

    private Script read(Path file) {
        return Script.read(file, request.shown(file), StandardCharsets.UTF_8);
    }

    private void refuseOtherProvider() {
        Path lock = request.folder().resolve(LOCK);
        if (!Files.isRegularFile(lock)) {
            return;
        }
        Script text = read(lock);
        Matcher provider = PROVIDER.matcher(text.text());
        if (provider.find() && !provider.group(1).matches("postgres(ql)?")) {
            throw new MigrateException(Failure.InvalidInput.at(
                    text.position(provider.start(1)),
                    "other-provider",
                    "these migrations are for " + provider.group(1),
                    "Only PostgreSQL is deployed to here."));
        }
    }
}
