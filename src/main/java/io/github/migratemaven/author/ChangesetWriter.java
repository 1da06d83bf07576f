package io.github.migratemaven.author;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.port.ChangelogReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Adds changesets to the project's changelog: a new file, listed where the changelog lists files by hand; every other byte stays.
 * The changelog is read again afterwards: it must hold what it held, and then exactly the new changesets. Else everything is put
 * back.
 */
public final class ChangesetWriter {
    private final ChangelogReader reader;
    private final ChangelogFiles files;
    private final Clock clock;

    public ChangesetWriter(ChangelogReader reader, ChangelogFiles files, Clock clock) {
        this.reader = reader;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param file relative to the project, as are the others
     * @param appended whether the file was there before
     * @param list the changelog that got a line; empty where none did
     * @param changesets the new ones, as the changelog reads now
     */
    public record Written(String file, boolean appended, Optional<String> list, List<Changeset> changesets) {
        public Written {
            changesets = List.copyOf(changesets);
        }
    }

    /**
     * @param drafts at least one; their ids are unique among themselves
     * @throws MigrateException with an {@code InvalidInput} when the name is taken or the changelog cannot be read; then no file
     *     has changed
     */
    public Written write(ChangesetName name, List<DraftChangeset> drafts) {
        return write(name, drafts, () -> {});
    }

    /** @param proof looks at the changelog as it reads now; what it throws is thrown on, and everything put back */
    Written write(ChangesetName name, List<DraftChangeset> drafts, Runnable proof) {
        return write(name, before -> drafts, proof);
    }

    /** @param draftsAfter made from the changesets that are there already */
    Written write(ChangesetName name, Function<List<Changeset>, List<DraftChangeset>> draftsAfter) {
        return write(name, draftsAfter, () -> {});
    }

    private Written write(
            ChangesetName name, Function<List<Changeset>, List<DraftChangeset>> draftsAfter, Runnable proof) {
        Changelog before = ChangelogNow.of(reader);
        List<DraftChangeset> drafts = draftsAfter.apply(before.changesets());
        free(name, drafts, before);
        ChangelogPlace.Edit edit;
        try {
            edit = new ChangelogPlace(files, clock).edit(name, drafts);
        } catch (IOException e) {
            throw notWritten(files.master(), e);
        }
        Undo undo = new Undo();
        boolean proved = false;
        try {
            apply(edit, undo);
            List<Changeset> added = added(before, ChangelogNow.of(reader), drafts, edit);
            proof.run();
            proved = true;
            return new Written(
                    files.shown(edit.file()), edit.append(), edit.list().map(files::shown), added);
        } catch (IOException e) {
            throw notWritten(edit.file(), e);
        } finally {
            if (!proved) {
                undo.run();
            }
        }
    }

    /** @throws MigrateException with an {@code InvalidInput} when a changeset or file is called that already */
    void refuseTaken(ChangesetName name) {
        free(name, List.of(), ChangelogNow.of(reader));
    }

    private void free(ChangesetName name, List<DraftChangeset> drafts, Changelog before) {
        for (Changeset changeset : before.changesets()) {
            String path = changeset.identity().path();
            String stem = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
            boolean sameId = drafts.stream()
                    .anyMatch(d -> d.id().equals(changeset.identity().id()));
            if (sameId || name.names(changeset.identity().id()) || name.names(stem)) {
                throw new MigrateException(Failure.InvalidInput.at(
                        changeset.position(),
                        "name-taken",
                        "the changeset \"" + changeset.identity().id() + "\" is called that already",
                        "Say what the new one does that this one did not."));
            }
        }
    }

    private static void apply(ChangelogPlace.Edit edit, Undo undo) throws IOException {
        byte[] content = edit.content().getBytes(StandardCharsets.UTF_8);
        if (edit.append()) {
            undo.restore(edit.file());
            Files.write(edit.file(), content, StandardOpenOption.APPEND);
        } else {
            undo.folders(edit.file().getParent());
            Files.createDirectories(edit.file().getParent());
            Files.write(edit.file(), content, StandardOpenOption.CREATE_NEW);
            undo.delete(edit.file());
        }
        if (edit.list().isPresent()) {
            undo.restore(edit.list().get());
            Files.write(edit.list().get(), edit.listText().getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<Changeset> added(
            Changelog before, Changelog after, List<DraftChangeset> drafts, ChangelogPlace.Edit edit) {
        List<String> expected = new ArrayList<>();
        before.changesets().forEach(c -> expected.add(c.identity() + " " + c.checksum()));
        int known = expected.size();
        List<Changeset> all = after.changesets();
        List<String> found = new ArrayList<>();
        all.stream().limit(known).forEach(c -> found.add(c.identity() + " " + c.checksum()));
        drafts.forEach(d -> expected.add(d.author() + ":" + d.id()));
        all.stream()
                .skip(known)
                .forEach(c ->
                        found.add(c.identity().author() + ":" + c.identity().id()));
        if (!found.equals(expected)) {
            throw new MigrateException(
                    Failure.InvalidInput.at(
                            Position.ofFile(files.shown(edit.list().orElse(edit.file()))),
                            "changelog-not-extended",
                            "with the new file the changelog does not hold what it held and then the new changeset: nothing was written",
                            "See that files which are included last by name or place come last; or write the changeset by hand."));
        }
        return all.subList(known, all.size());
    }

    private MigrateException notWritten(Path file, IOException e) {
        return new MigrateException(
                new Failure.Unavailable(
                        "changeset-not-written",
                        files.shown(file) + " could not be read or written: " + e.getMessage(),
                        "See that this user may write there."),
                e);
    }
}
