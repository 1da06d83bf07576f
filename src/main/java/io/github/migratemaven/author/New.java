package io.github.migratemaven.author;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A changeset to be written, well named, with its rollback block, in the changelog's own format and place. */
public final class New {
    /** No SQL: a changeset that nobody has written must not count as applied, by whatever tool. */
    private static final String DO = "not written yet: replace this line by the SQL of this changeset";

    private static final String UNDO = "not written yet: replace this by the SQL that undoes it";

    private final ChangelogReader reader;
    private final ChangesetWriter writer;
    private final Request request;
    private final ProgressListener progress;

    /**
     * @param name {@code migrate.name}
     * @param author of the changeset
     */
    public record Request(String name, String author) {}

    public New(ChangelogReader reader, ChangesetWriter writer, Request request, ProgressListener progress) {
        this.reader = reader;
        this.writer = writer;
        this.request = request;
        this.progress = progress;
    }

    public Outcome run() {
        Instant start = Instant.now();
        try {
            ChangesetName name = ChangesetName.of(request.name());
            DraftChangeset draft = new DraftChangeset(
                    id(name), request.author(), List.of(DO), List.of(UNDO), true, List.of(), List.of());
            ChangesetWriter.Written written = writer.write(name, List.of(draft));
            WrittenLines.of(written).forEach(progress::info);
            progress.info("Write its SQL" + (written.rollbacks() ? " and what undoes it" : "")
                    + " there; mvn migrate:plan -Dmigrate.embedded=true shows what it does.");
            return Authored.outcome("new", written.changesets(), List.of(), start);
        } catch (MigrateException e) {
            return Outcome.failed("new", e.failure(), start, Duration.between(start, Instant.now()));
        }
    }

    private String id(ChangesetName name) {
        return ChangesetIds.of(name, ChangelogNow.of(reader).changesets());
    }
}
