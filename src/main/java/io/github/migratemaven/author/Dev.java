package io.github.migratemaven.author;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.port.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The developer's loop in one go: what is pending is applied to the dev server; what the desired schema has and the changelog has
 * not becomes a new file, proved before it is written; that is applied, too.
 */
public final class Dev {
    private final ChangesetWriter writer;
    private final Deploys deploys;
    private final Supplier<Difference> difference;
    private final Request request;
    private final ProgressListener progress;

    /**
     * @param name {@code migrate.name}; needed only where there is a difference
     * @param desired what the schema is compared with, as messages name it
     */
    public record Request(Optional<String> name, String author, String desired) {}

    /**
     * What runs on the dev server.
     *
     * @param pending applies what is pending to begin with
     * @param written applies what was written then
     * @param done told when the difference is in the changelog and on the dev server
     */
    public record Deploys(Supplier<Outcome> pending, Supplier<Outcome> written, Runnable done) {}

    /** @param difference between the changelog's schema and the desired one; refuses to lose data unasked */
    public Dev(
            ChangesetWriter writer,
            Deploys deploys,
            Supplier<Difference> difference,
            Request request,
            ProgressListener progress) {
        this.writer = writer;
        this.deploys = deploys;
        this.difference = difference;
        this.request = request;
        this.progress = progress;
    }

    public Outcome run() {
        Instant start = Instant.now();
        // A name that will be refused is refused before anything is done.
        Optional<ChangesetName> name = request.name().map(ChangesetName::of);
        Outcome before = deploys.pending().get();
        if (before.error().isPresent()) {
            return dev(before, before.applied(), before.steps(), before.findings(), start);
        }
        Difference found = difference.get();
        if (found.drafts().isEmpty()) {
            progress.info("The changelog produces " + request.desired() + ": there is nothing to write.");
            return dev(before, before.applied(), before.steps(), before.findings(), start);
        }
        ChangesetName chosen = name.orElseThrow(() -> nameless(found));
        ChangesetWriter.Written written =
                writer.write(chosen, all -> named(ChangesetIds.of(chosen, all), found.drafts()));
        WrittenLines.of(written).forEach(progress::info);
        Outcome after = deploys.written().get();
        if (after.error().isEmpty()) {
            deploys.done().run();
        }
        List<AppliedChangeset> applied = new ArrayList<>(before.applied());
        applied.addAll(after.applied());
        List<StepResult> steps = new ArrayList<>(before.steps());
        steps.addAll(after.steps());
        List<Finding> findings = new ArrayList<>(after.findings());
        findings.addAll(review(found, written));
        return dev(after, applied, steps, findings, start);
    }

    private List<DraftChangeset> named(String id, List<DraftChangeset> drafts) {
        String separator = id.contains("-") ? "-" : "_";
        List<DraftChangeset> named = new ArrayList<>();
        for (DraftChangeset draft : drafts) {
            String own = named.isEmpty() ? id : id + separator + (named.size() + 1);
            named.add(new DraftChangeset(
                    own,
                    request.author(),
                    draft.steps(),
                    draft.rollback(),
                    draft.transactional(),
                    draft.losses(),
                    draft.notes()));
        }
        return named;
    }

    /** What a person should look at before the file is committed. */
    private static List<Finding> review(Difference found, ChangesetWriter.Written written) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < found.drafts().size(); i++) {
            DraftChangeset draft = found.drafts().get(i);
            Changeset changeset = written.changesets().get(i);
            draft.losses()
                    .forEach(loss -> findings.add(Finding.at(
                            changeset.position(),
                            "data-loss",
                            Severity.WARNING,
                            loss,
                            "Its rollback brings back the structure, not the data.")));
            draft.notes()
                    .forEach(note -> findings.add(Finding.at(
                            changeset.position(), "review", Severity.INFO, note, "Read it before you commit it.")));
        }
        found.notes()
                .forEach(note ->
                        findings.add(Finding.of("review", Severity.INFO, note, "Read it before you commit it.")));
        return findings;
    }

    private MigrateException nameless(Difference found) {
        List<String> parts = found.drafts().stream()
                .map(draft -> draft.id().replaceFirst("^\\d{14}-(\\d+-)?", ""))
                .toList();
        return new MigrateException(Failure.InvalidInput.of(
                "no-name",
                request.desired() + " differs from what the changelog produces (" + String.join(", ", parts)
                        + "), and the new changeset has no name",
                "Say what it does: -Dmigrate.name=add_idempotency_key_to_orders."));
    }

    private static Outcome dev(
            Outcome last,
            List<AppliedChangeset> applied,
            List<StepResult> steps,
            List<Finding> findings,
            Instant start) {
        return new Outcome(
                "dev",
                last.states(),
                last.target(),
                applied,
                last.pending(),
                steps,
                List.of(),
                findings,
                last.lastRun(),
                last.error(),
                start,
                Duration.between(start, Instant.now()));
    }
}
