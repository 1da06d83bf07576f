package io.github.migratemaven.author;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.util.List;

/** How much of the changelog's end is to be undone. */
public sealed interface ReverseRange {

    /**
     * The index of the first changeset that is undone.
     *
     * @throws MigrateException with an {@code InvalidInput} where the changelog has no such place
     */
    int from(List<Changeset> all);

    /** The last so many of those that contexts and labels let through. */
    record Count(int count) implements ReverseRange {
        @Override
        public int from(List<Changeset> all) {
            int left = count;
            for (int i = all.size() - 1; i >= 0; i--) {
                if (all.get(i).selection().selected() && --left == 0) {
                    return i;
                }
            }
            throw new MigrateException(Failure.InvalidInput.of(
                    "too-many",
                    "there are no " + count + " changesets to undo: the changelog has " + (count - left),
                    "mvn migrate:status lists them."));
        }
    }

    /** All behind the changeset that sets a tag ({@code tagDatabase}). */
    record ToTag(String tag) implements ReverseRange {
        @Override
        public int from(List<Changeset> all) {
            for (int i = all.size() - 1; i >= 0; i--) {
                if (all.get(i).recorded().tag().filter(tag::equals).isPresent()) {
                    return behind(all, i, "the tag \"" + tag + "\"");
                }
            }
            throw new MigrateException(Failure.InvalidInput.of(
                    "unknown-tag",
                    "no changeset of the changelog sets the tag \"" + tag + "\"",
                    "Name a changeset with -Dmigrate.to=ID, or a number with -Dmigrate.count=N."));
        }
    }

    /** All behind a changeset; given by its id, or in full as {@code path::id::author}. */
    record To(String id) implements ReverseRange {
        @Override
        public int from(List<Changeset> all) {
            List<Changeset> found = all.stream()
                    .filter(c -> c.identity().id().equals(id)
                            || c.identity().toString().equals(id))
                    .toList();
            if (found.size() != 1) {
                throw new MigrateException(Failure.InvalidInput.of(
                        found.isEmpty() ? "unknown-changeset" : "ambiguous-changeset",
                        (found.isEmpty() ? "the changelog has no changeset \"" : "several changesets have the id \"")
                                + id + "\"",
                        found.isEmpty()
                                ? "mvn migrate:status lists them; the id is case-sensitive."
                                : "Name it in full, as path::id::author."));
            }
            return behind(all, all.indexOf(found.get(0)), "changeset \"" + id + "\"");
        }
    }

    private static int behind(List<Changeset> all, int at, String what) {
        if (at == all.size() - 1) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "nothing-to-reverse", "nothing stands behind " + what, "The changelog ends there: nothing to do."));
        }
        return at + 1;
    }
}
