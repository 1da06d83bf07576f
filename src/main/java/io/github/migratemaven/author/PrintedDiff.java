package io.github.migratemaven.author;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.port.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A difference for a person to read: printed, and written to {@code diff.sql}. */
public final class PrintedDiff {
    private final Supplier<Difference> difference;
    private final Request request;
    private final ProgressListener progress;

    /**
     * @param desired what the changelog is compared with, as messages name it
     * @param folder for {@code diff.sql}
     * @param shown the folder as messages name it
     * @param check true = a difference is an error
     * @param plain true = for another tool's layout: SQL that is no changelog of Liquibase's
     */
    public record Request(String desired, Path folder, String shown, boolean check, boolean plain) {}

    public PrintedDiff(Supplier<Difference> difference, Request request, ProgressListener progress) {
        this.difference = difference;
        this.request = request;
        this.progress = progress;
    }

    public Outcome run() {
        Instant start = Instant.now();
        try {
            Difference found = difference.get();
            String text = text(found, request.plain());
            Files.createDirectories(request.folder());
            Files.writeString(request.folder().resolve("diff.sql"), text);
            if (found.drafts().isEmpty()) {
                progress.info("The changelog produces " + request.desired() + ": no difference.");
            } else {
                text.lines().forEach(progress::info);
                progress.info(
                        "Written to " + file() + "; each changeset ran up, down and up again on a scratch server.");
            }
            found.notes().forEach(progress::info);
            return outcome(found, text, request.check() ? verdict(found) : Optional.empty(), start);
        } catch (MigrateException e) {
            return Outcome.failed("diff", e.failure(), start, Duration.between(start, Instant.now()));
        } catch (IOException e) {
            Failure failure = new Failure.Unavailable(
                    "diff-not-written",
                    file() + " could not be written: " + e,
                    "Make the directory writable, or name another with -Dmigrate.outputDirectory.");
            return Outcome.failed("diff", failure, start, Duration.between(start, Instant.now()));
        }
    }

    private String file() {
        return request.shown() + "/diff.sql";
    }

    private static String text(Difference found, boolean plain) {
        StringBuilder remarks = new StringBuilder();
        for (DraftChangeset draft : found.drafts()) {
            draft.losses()
                    .forEach(l -> remarks.append("-- ")
                            .append(draft.id())
                            .append(" loses ")
                            .append(l)
                            .append('\n'));
            draft.notes()
                    .forEach(n -> remarks.append("-- ")
                            .append(draft.id())
                            .append(": ")
                            .append(n)
                            .append('\n'));
        }
        String file = plain ? new PlainSql().file(found.drafts()) : ChangesetFormat.SQL.file(found.drafts());
        int header = file.indexOf('\n') + 1;
        return file.substring(0, header) + remarks + file.substring(header);
    }

    private Optional<Failure> verdict(Difference found) {
        if (found.drafts().isEmpty()) {
            return Optional.empty();
        }
        List<String> names = found.drafts().stream()
                .map(draft -> draft.id().replaceFirst("^\\d+-", ""))
                .toList();
        return Optional.of(Failure.Rejected.of(
                "schema-differs",
                "the changelog does not produce " + request.desired() + "; what is missing: "
                        + String.join(", ", names),
                "Add the changesets of " + file() + " to the changelog (migrate:dev does), or change "
                        + request.desired() + "."));
    }

    private Outcome outcome(Difference found, String text, Optional<Failure> error, Instant start) {
        List<StepResult> steps = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        int from = 0;
        for (DraftChangeset draft : found.drafts()) {
            ChangesetId id = new ChangesetId(draft.id(), draft.author(), file());
            for (String sql : draft.steps()) {
                from = Math.max(from, text.indexOf(sql.strip(), from));
                int line = (int) text.substring(0, from)
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                steps.add(new StepResult(id, sql, new Position(file(), line, 1), 0, -1));
            }
            draft.losses()
                    .forEach(loss -> findings.add(Finding.of(
                            "data-loss",
                            Severity.WARNING,
                            draft.id() + " loses " + loss,
                            "Keep what is needed of it first; a rollback brings back the structure, not the data.")));
            draft.notes()
                    .forEach(note -> findings.add(Finding.of("review", Severity.INFO, draft.id() + ": " + note, "")));
        }
        found.notes().forEach(note -> findings.add(Finding.of("review", Severity.INFO, note, "")));
        return new Outcome(
                "diff",
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                steps,
                List.of(),
                findings,
                Optional.empty(),
                error,
                start,
                Duration.between(start, Instant.now()));
    }
}
