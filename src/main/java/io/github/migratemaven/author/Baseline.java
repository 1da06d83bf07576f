package io.github.migratemaven.author;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.ServerFacts;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.ScratchServer.Running;
import io.github.migratemaven.port.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Makes the changelog say what an existing database is: writes the first changesets where there are none, and proves on a scratch
 * server that the changelog produces the very catalogue that the database has.
 */
public final class Baseline {
    private static final String NAME = "baseline_existing_schema";

    /** How many differences a message names. */
    private static final int MOST_NAMED = 10;

    private final ChangelogReader reader;
    private final Supplier<ChangesetWriter> writer;
    private final ScratchServer servers;
    private final BaselineTools tools;
    private final String author;
    private final ProgressListener progress;

    /** @param writer asked for only when something has to be written */
    public Baseline(
            ChangelogReader reader,
            Supplier<ChangesetWriter> writer,
            ScratchServer servers,
            BaselineTools tools,
            String author,
            ProgressListener progress) {
        this.reader = reader;
        this.writer = writer;
        this.servers = servers;
        this.tools = tools;
        this.author = author;
        this.progress = progress;
    }

    /**
     * @param target is only read
     * @throws MigrateException with a {@code Rejected} when changelog and database are not the same; nothing is written then
     */
    public void prepare(Target target, ServerFacts facts) {
        List<Changeset> there = ChangelogNow.of(reader).changesets();
        try (Running server = servers.start(OptionalInt.of(facts.major()))) {
            Existing existing = new Existing(target, facts.schema(), target.schema());
            if (there.isEmpty()) {
                write(server, existing);
            } else {
                prove(server, existing);
                progress.info("The changelog's " + there.size()
                        + " changesets produce this database: proved on a scratch server");
            }
        }
    }

    /**
     * @param schema where the history will be
     * @param only the only schema that counts; empty = all but the system's own
     */
    private record Existing(Target target, String schema, Optional<String> only) {}

    private void write(Running server, Existing existing) {
        List<String> statements = statements(server, existing);
        if (statements.isEmpty()) {
            throw new MigrateException(Failure.Rejected.of(
                    "nothing-there",
                    "the database is empty: there is nothing to begin with",
                    "Check that this is the right database; an empty one is simply deployed to: mvn migrate:deploy"));
        }
        ChangesetName name = ChangesetName.of(NAME);
        List<DraftChangeset> drafts = drafts(name, statements);
        ChangesetWriter.Written written = writer.get().write(name, drafts, () -> prove(server, existing));
        WrittenLines.of(written).forEach(progress::info);
        progress.info(statements.size() + " statements that produce this database: proved on a scratch server");
    }

    /** Statements that lead from nothing to the schema, in an order that runs. */
    private List<String> statements(Running server, Existing existing) {
        Target work = server.createDatabase().withSchema(existing.schema());
        try {
            return new Rebuilding(tools, server, existing.schema(), existing.only())
                    .statements(work, existing.target());
        } catch (SqlFailure e) {
            throw new MigrateException(
                    Failure.Rejected.of(
                            "baseline-refused",
                            "the scratch server refused a statement that would rebuild the schema: " + e.getMessage(),
                            "Write the first changeset by hand, for example from pg_dump --schema-only, then run again."),
                    e);
        }
    }

    /** Statements with and without a body in between cannot share a changeset: one kind is split at semicolons. */
    private List<DraftChangeset> drafts(ChangesetName name, List<String> statements) {
        List<List<String>> parts = new ArrayList<>();
        for (String statement : statements) {
            List<String> last = parts.isEmpty() ? List.of() : parts.get(parts.size() - 1);
            boolean splits = SqlBlock.splits(List.of(statement));
            if (last.isEmpty() || !splits || !SqlBlock.splits(last)) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(statement);
        }
        String id = ChangesetIds.of(name, List.of());
        List<DraftChangeset> drafts = new ArrayList<>();
        for (List<String> part : parts) {
            String number = parts.size() == 1 ? "" : "_" + (drafts.size() + 1);
            drafts.add(new DraftChangeset(id + number, author, part, List.of(), true, List.of(), List.of()));
        }
        return drafts;
    }

    private void prove(Running server, Existing existing) {
        Target replayed = server.createDatabase().withSchema(existing.schema());
        tools.replay().replay(server, replayed);
        List<String> differing = SchemaDifference.differing(
                tools.comparison().catalogue(replayed, existing.only()),
                tools.comparison().catalogue(existing.target(), existing.only()));
        server.dropDatabase(replayed);
        if (!differing.isEmpty()) {
            String more = differing.size() > MOST_NAMED ? ", and " + (differing.size() - MOST_NAMED) + " more" : "";
            throw new MigrateException(Failure.Rejected.of(
                    "baseline-differs",
                    "nothing was recorded: the changelog does not produce this database; what differs: "
                            + String.join(", ", differing.subList(0, Math.min(differing.size(), MOST_NAMED))) + more,
                    "Make the changelog say what the database is, or check that this is the right database."));
        }
    }
}
