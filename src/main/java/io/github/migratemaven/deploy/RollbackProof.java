package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Proves rollback blocks on a scratch server, changeset after changeset: up, down, and the schema must be as before; up again, and
 * it must be as after the first time. What a wrong one leaves behind is thrown away with its database, so that each is judged by
 * itself.
 */
public final class RollbackProof {
    private final LoadedChangelog loaded;
    private final ProofDatabase database;
    private final Predicate<Changeset> wanted;
    private final ProgressListener progress;
    private final List<Finding> findings = new ArrayList<>();
    /** As the last changeset left it; null where that is not known. */
    private Map<String, String> left;

    private int proved;
    private int asked;

    /** @param wanted which changesets' rollbacks are to be proved; the others are only applied */
    public RollbackProof(
            LoadedChangelog loaded, ProofDatabase database, Predicate<Changeset> wanted, ProgressListener progress) {
        this.loaded = loaded;
        this.database = database;
        this.wanted = wanted;
        this.progress = progress;
    }

    /**
     * One finding for each rollback that does not hold ({@code rollback-irreversible}, {@code -wrong}, {@code -blocked}), and an
     * info that says how many do.
     *
     * @throws MigrateException when the changelog itself cannot be applied
     */
    public List<Finding> run() {
        List<Changeset> changesets = loaded.changelog().changesets().stream()
                .filter(c -> c.selection().selected())
                .toList();
        for (int i = 0; i < changesets.size(); i++) {
            Changeset changeset = changesets.get(i);
            if (wanted.test(changeset)) {
                asked++;
                progress.live("proving rollbacks: " + (i + 1) + " of " + changesets.size());
                if (prove(changesets, i)) {
                    proved++;
                }
            } else {
                database.up(changeset);
                left = null;
            }
        }
        findings.add(Finding.of(
                "rollbacks-proved",
                Severity.INFO,
                proved + " of " + asked + " rollbacks were proved on PostgreSQL " + database.version()
                        + ": up, down, up",
                ""));
        return findings;
    }

    private boolean prove(List<Changeset> changesets, int at) {
        Changeset changeset = changesets.get(at);
        Map<String, String> before = left == null ? database.catalogue() : left;
        left = null;
        if (!database.up(changeset)) {
            findings.add(Finding.at(
                    changeset.position(),
                    "rollback-not-proved",
                    Severity.INFO,
                    ChangesetRunner.named(changeset) + " does not run here: a precondition leaves it out",
                    ""));
            return false;
        }
        Map<String, String> after = database.catalogue();
        left = after;
        RollbackBlock block;
        try {
            block = database.rollback(changeset);
        } catch (MigrateException e) {
            return blocked(changeset, e.failure());
        }
        if (block.kind() == RollbackBlock.Kind.NONE) {
            return report(
                    changeset,
                    block.position(),
                    "rollback-irreversible",
                    " cannot be undone: " + block.obstacle(),
                    "Write a rollback block; --rollback empty where there is nothing to undo.");
        }
        boolean holds = down(changeset, block, before) && upAgain(changeset, block, after);
        if (!holds) {
            database.rebuild(changesets.subList(0, at + 1));
        }
        return holds;
    }

    private boolean down(Changeset changeset, RollbackBlock block, Map<String, String> before) {
        try {
            database.down(changeset, block);
        } catch (MigrateException e) {
            return blocked(changeset, e.failure());
        }
        // Nothing was to be undone: then only running it again can tell whether that is so.
        List<String> differences = block.kind() == RollbackBlock.Kind.EMPTY
                ? List.of()
                : CatalogueDifferences.between(before, database.catalogue());
        return differences.isEmpty()
                || report(
                        changeset,
                        block.position(),
                        "rollback-wrong",
                        " is not undone by its rollback: " + String.join("; ", differences),
                        "Make the block leave the schema as it was before the changeset.");
    }

    private boolean upAgain(Changeset changeset, RollbackBlock block, Map<String, String> after) {
        boolean empty = block.kind() == RollbackBlock.Kind.EMPTY;
        String behind = empty ? " behind its empty rollback" : " behind its rollback";
        try {
            database.up(changeset);
        } catch (MigrateException e) {
            return report(
                    changeset,
                    block.position(),
                    "rollback-wrong",
                    " cannot be applied again" + behind + ": " + e.failure().message(),
                    empty ? "It leaves something behind: write what undoes it." : "Make the block undo all of it.");
        }
        List<String> differences = CatalogueDifferences.between(after, database.catalogue());
        return differences.isEmpty()
                || report(
                        changeset,
                        block.position(),
                        "rollback-wrong",
                        " gives something else when it is applied again" + behind + ": "
                                + String.join("; ", differences),
                        "Make the block undo all of it.");
    }

    private boolean blocked(Changeset changeset, Failure failure) {
        return report(
                changeset,
                failure.position().orElse(changeset.position()),
                "rollback-blocked",
                ": its rollback fails: " + failure.message(),
                "Correct the statement; what it needs must be there when the changeset has just been applied.");
    }

    private boolean report(Changeset changeset, Position position, String id, String what, String cure) {
        findings.add(Finding.at(position, id, Severity.ERROR, ChangesetRunner.named(changeset) + what, cure));
        return false;
    }
}
