package io.github.migratemaven.author;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The empty changelog of a project that has none yet, where Spring Boot and this plugin look for it. */
public final class FirstChangelog {
    private static final String PLACE = "src/main/resources/db/changelog/db.changelog-master.yaml";
    private static final String EMPTY = "databaseChangeLog:\n";

    private final Path file;
    private final Undo undo = new Undo();

    /** @param project the project's folder */
    public FirstChangelog(Path project) {
        file = project.resolve(PLACE);
    }

    /** @throws MigrateException with an {@code Unavailable} when it cannot be written */
    public void create() {
        try {
            undo.folders(file.getParent());
            Files.createDirectories(file.getParent());
            Files.writeString(file, EMPTY);
            undo.delete(file);
        } catch (IOException e) {
            throw new MigrateException(
                    new Failure.Unavailable(
                            "changeset-not-written",
                            PLACE + " could not be written: " + e.getMessage(),
                            "See that this user may write there."),
                    e);
        }
    }

    /** Removes it, unless somebody has written something into it. */
    public void removeIfEmpty() {
        try {
            if (Files.readString(file, StandardCharsets.UTF_8).equals(EMPTY)) {
                undo.run();
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // It is gone, or stays: an empty changelog does no harm.
            return;
        }
    }
}
