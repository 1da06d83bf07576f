package io.github.migratemaven.author;

import io.github.migratemaven.model.Changeset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where new changesets go, and in which form. */
interface ChangesetPlace {
    /**
     * What would have to be written.
     *
     * @param before the changesets that are there, in their order
     * @param drafts at least one
     */
    Edit edit(ChangesetName name, List<DraftChangeset> drafts, List<Changeset> before) throws IOException;

    /** Whether what runs again when it changes comes after all that runs once, as with Flyway. */
    default boolean putsRepeatableLast() {
        return false;
    }

    /** Whether what undoes a changeset can be written with it. */
    default boolean keepsRollbacks() {
        return true;
    }

    /**
     * New files, and a line in one that is there.
     *
     * @param files at least one; the first is what messages name
     * @param list the changelog that gets a line; empty where none does
     * @param listText its whole new text
     * @param identities of the new changesets, {@code author:id}, in their order
     */
    record Edit(List<NewText> files, Optional<Path> list, String listText, List<String> identities) {
        public Edit {
            files = List.copyOf(files);
            identities = List.copyOf(identities);
        }

        Path file() {
            return files.get(0).file();
        }
    }

    /** @param append whether the file is there, and gets this behind what it has */
    record NewText(Path file, boolean append, String content) {}
}
