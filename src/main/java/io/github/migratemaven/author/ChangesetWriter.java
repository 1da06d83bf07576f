package io.github.migratemaven.author;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adds changesets to the project's changelog: a new file, listed where the changelog lists files by hand; every other byte stays.
 * The changelog is read again afterwards: it must hold what it held, and then exactly the new changesets. Else everything is put
 * back.
 */
public final class ChangesetWriter {
    private final ChangelogReader reader;
    private final ChangelogFiles files;
    private final ChangesetPlace place;

    public ChangesetWriter(ChangelogReader reader, ChangelogFiles files, Clock clock) {
        this(reader, files, new ChangelogPlace(files, clock));
    }

    private ChangesetWriter(ChangelogReader reader, ChangelogFiles files, ChangesetPlace place) {
        this.reader = reader;
        this.files = files;
        this.place = place;
    }

    /** Writes Prisma's folders. @param files whose master is the folder that holds them */
    public static ChangesetWriter prisma(ChangelogReader reader, ChangelogFiles files, Clock clock) {
        return new ChangesetWriter(reader, files, new PrismaPlace(files.master(), clock));
    }

    /** Writes Flyway's files. @param files whose master is the folder that holds them */
    public static ChangesetWriter flyway(ChangelogReader reader, ChangelogFiles files, Clock clock) {
        return new ChangesetWriter(reader, files, new FlywayPlace(files, clock));
    }

    /**
     * What was written.
     *
     * @param file relative to the project, as are the others; the first of several
     * @param more the other files
     * @param appended whether the file was there before
     * @param list the changelog that got a line; empty where none did
     * @param rollbacks whether what undoes them was written, too
     * @param changesets the new ones, as the changelog reads now
     */
    public record Written(
            String file,
            List<String> more,
            boolean appended,
            Optional<String> list,
            boolean rollbacks,
            List<Changeset> changesets) {
        public Written {
            more = List.copyOf(more);
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
        ChangesetPlace.Edit edit;
        try {
            edit = place.edit(name, drafts, before.changesets());
        } catch (IOException e) {
            throw notWritten(files.master(), e);
        }
        Undo undo = new Undo();
        boolean proved = false;
        try {
            apply(edit, undo);
            List<Changeset> added = added(before, ChangelogNow.of(reader), edit);
            proof.run();
            proved = true;
            return new Written(
                    files.shown(edit.file()),
                    edit.files().stream()
                            .skip(1)
                            .map(f -> files.shown(f.file()))
                            .toList(),
                    edit.files().get(0).append(),
                    edit.list().map(files::shown),
                    place.keepsRollbacks(),
                    added);
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

    private static void apply(ChangesetPlace.Edit edit, Undo undo) throws IOException {
        for (ChangesetPlace.NewText text : edit.files()) {
            byte[] content = text.content().getBytes(StandardCharsets.UTF_8);
            if (text.append()) {
                undo.restore(text.file());
                Files.write(text.file(), content, StandardOpenOption.APPEND);
            } else {
                undo.folders(text.file().getParent());
                Files.createDirectories(text.file().getParent());
                Files.write(text.file(), content, StandardOpenOption.CREATE_NEW);
                undo.delete(text.file());
            }
        }
        if (edit.list().isPresent()) {
            undo.restore(edit.list().get());
            Files.write(edit.list().get(), edit.listText().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Behind all others, but for what runs again when it changes: that is Flyway's end of every changelog. */
    private List<Changeset> added(Changelog before, Changelog after, ChangesetPlace.Edit edit) {
        Set<ChangesetId> known =
                before.changesets().stream().map(Changeset::identity).collect(Collectors.toSet());
        List<Changeset> all = after.changesets();
        List<Changeset> added =
                all.stream().filter(c -> !known.contains(c.identity())).toList();
        List<Changeset> once = all.stream()
                .filter(c -> added.contains(c) || !c.rules().runOnChange() || !place.putsRepeatableLast())
                .toList();
        List<String> expected = new ArrayList<>();
        before.changesets().forEach(c -> expected.add(c.identity() + " " + c.checksum()));
        expected.addAll(edit.identities());
        List<String> found = new ArrayList<>();
        all.stream()
                .filter(c -> known.contains(c.identity()))
                .forEach(c -> found.add(c.identity() + " " + c.checksum()));
        once.stream().skip(Math.max(0, once.size() - added.size())).forEach(c -> found.add(words(c)));
        if (!found.equals(expected)) {
            throw new MigrateException(
                    Failure.InvalidInput.at(
                            Position.ofFile(files.shown(edit.list().orElse(edit.file()))),
                            "changelog-not-extended",
                            "with the new file the changelog does not hold what it held and then the new changeset: nothing was written",
                            "See that files which are included last by name or place come last; or write the changeset by hand."));
        }
        return added;
    }

    private static String words(Changeset changeset) {
        return changeset.identity().author() + ":" + changeset.identity().id();
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
