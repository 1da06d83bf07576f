package io.github.migratemaven.author;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.CatalogueComparison;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.ChangelogReplay;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.StatementRunner;
import io.github.migratemaven.port.TargetDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A new changeset that undoes the last ones of the changelog, for databases that must go forward only. Proved on a scratch server
 * before it is written, and replayed with the whole changelog afterwards: what does not hold there is not kept.
 */
public final class Reverse {
    private final Tools tools;
    private final Request request;
    private final ProgressListener progress;

    /**
     * What it works with.
     *
     * @param databases opens a target
     * @param replay of the changelog that {@code reader} reads
     */
    public record Tools(
            ChangelogReader reader,
            ChangesetWriter writer,
            ScratchServer servers,
            Function<Target, TargetDatabase> databases,
            ChangelogReplay replay,
            CatalogueComparison comparison,
            StatementRunner runner) {}

    /**
     * @param name of the new changeset; empty = made from what it undoes
     * @param schema where the changelog's objects live; empty = the server's default
     * @param major of the scratch server; empty = the newest known
     */
    public record Request(
            ReverseRange range, Optional<String> name, String author, Optional<String> schema, OptionalInt major) {}

    public Reverse(Tools tools, Request request, ProgressListener progress) {
        this.tools = tools;
        this.request = request;
        this.progress = progress;
    }

    public Outcome run() {
        Instant start = Instant.now();
        try {
            List<Changeset> all = tools.replay().changesets();
            int from = request.range().from(all);
            List<Changeset> undone = all.subList(from, all.size()).stream()
                    .filter(c -> c.selection().selected())
                    .toList();
            undone.forEach(Reverse::refuseRepeatable);
            ChangesetName name = ChangesetName.of(request.name().orElseGet(() -> named(undone)));
            tools.writer().refuseTaken(name);
            try (ScratchServer.Running server = tools.servers().start(request.major())) {
                return run(server, all, from, name, start);
            }
        } catch (MigrateException e) {
            return Outcome.failed("reverse", e.failure(), start, Duration.between(start, Instant.now()));
        }
    }

    /** It comes behind every versioned one, so it would make again what a new one had undone. */
    private static void refuseRepeatable(Changeset changeset) {
        if (changeset.identity().author().equals("flyway")
                && changeset.identity().id().startsWith("R__")) {
            throw new MigrateException(Failure.InvalidInput.at(
                    changeset.position(),
                    "repeatable-migration",
                    "a repeatable migration is not undone by another one: it runs behind all of them",
                    "Edit the file to what it should do. Versioned migrations are undone by hand here"
                            + " (mvn migrate:new), as repeatable ones come after them."));
        }
    }

    private static String named(List<Changeset> undone) {
        String last = undone.isEmpty()
                ? "nothing"
                : word(undone.get(undone.size() - 1).identity().id());
        return "revert_" + last + (undone.size() < 2 ? "" : "_and_" + (undone.size() - 1) + "_before");
    }

    private Outcome run(
            ScratchServer.Running server, List<Changeset> all, int from, ChangesetName name, Instant start) {
        List<Changeset> undone = all.subList(from, all.size()).stream()
                .filter(c -> c.selection().selected())
                .toList();
        try (ScratchPad pad = new ScratchPad(server, tools.comparison(), tools.runner(), Optional.empty())) {
            List<Target> states = states(server, pad, all, from);
            List<Reversed> parts = parts(pad, states, all, from);
            List<DraftChangeset> drafts = ReversedDrafts.of(parts, ChangesetIds.of(name, all), request.author());
            if (drafts.isEmpty()) {
                throw new MigrateException(Failure.Rejected.of(
                        "nothing-to-reverse",
                        "the schema is the same with and without " + names(undone) + ": there is nothing to write",
                        "What they did to rows is undone by a changeset of your own: mvn migrate:new."));
            }
            ChangesetWriter.Written written = tools.writer().write(name, drafts, () -> prove(server, pad, states));
            WrittenLines.of(written).forEach(progress::info);
            progress.info("It undoes " + names(undone) + ": proved on a scratch server, the schema is as before them.");
            return Authored.outcome("reverse", written.changesets(), findings(parts), start);
        }
    }

    /** Databases as they are before the first of the changesets, and after each of them. */
    private List<Target> states(ScratchServer.Running server, ScratchPad pad, List<Changeset> all, int from) {
        Target empty = server.createDatabase();
        Target base = request.schema().map(empty::withSchema).orElse(empty);
        tools.replay().replayFirst(server, base, from);
        List<Target> states = new ArrayList<>(List.of(base));
        for (int count = from + 1; count <= all.size(); count++) {
            Target next = pad.copy(states.get(states.size() - 1));
            tools.replay().replayFirst(server, next, count);
            states.add(next);
        }
        return states;
    }

    private List<Reversed> parts(ScratchPad pad, List<Target> states, List<Changeset> all, int from) {
        List<Reversed> parts = new ArrayList<>();
        Reversal reversal = new Reversal(pad, pad.copy(states.get(states.size() - 1)));
        try (LoadedChangelog loaded = tools.reader().read()) {
            Map<Integer, Reversal.Words> words = new TreeMap<>();
            for (int i = from; i < all.size(); i++) {
                if (all.get(i).selection().selected()) {
                    words.put(i, written(loaded, states.get(i - from + 1), all.get(i)));
                }
            }
            for (int i = all.size() - 1; i >= from; i--) {
                if (words.containsKey(i)) {
                    Target before = states.get(i - from);
                    Target after = states.get(i - from + 1);
                    // What nobody says how to undo is undone together: one comparison, fewer statements.
                    boolean together = saysNothing(words.get(i)) && saysNothing(words.get(i - 1));
                    parts.add(reversal.of(all.get(i), words.get(i), before, after, together));
                }
            }
        }
        Map<String, String> wanted = pad.catalogue(states.get(0));
        refuseDifference(wanted, pad.catalogue(reversal.work()), "what would undo them leaves a difference");
        return parts;
    }

    private static boolean saysNothing(Reversal.Words words) {
        return words != null && words.block().kind() == RollbackBlock.Kind.NONE;
    }

    /** The changeset's own words: what it does, and how it says that it is undone. */
    private Reversal.Words written(LoadedChangelog loaded, Target after, Changeset changeset) {
        try (Session session = tools.databases().apply(after).openReadOnly()) {
            MigrationEngine engine = loaded.bind(session);
            return new Reversal.Words(engine.steps(changeset), engine.rollback(changeset));
        }
    }

    /** As the files say it now, on a database that has run all but the new changesets. */
    private void prove(ScratchServer.Running server, ScratchPad pad, List<Target> states) {
        Target last = pad.copy(states.get(states.size() - 1));
        tools.replay().replay(server, last);
        refuseDifference(
                pad.catalogue(states.get(0)),
                pad.catalogue(last),
                "nothing was written: the new changeset, deployed, would leave a difference");
    }

    private static void refuseDifference(Map<String, String> wanted, Map<String, String> found, String what) {
        List<String> differing = SchemaDifference.differing(wanted, found);
        if (!differing.isEmpty()) {
            throw new MigrateException(Failure.Rejected.of(
                    "reverse-not-proved",
                    what + ": " + String.join(", ", differing.subList(0, Math.min(differing.size(), 10))),
                    "Write it by hand with mvn migrate:new, and report it."));
        }
    }

    private static List<Finding> findings(List<Reversed> parts) {
        List<Finding> findings = new ArrayList<>();
        for (Reversed part : parts) {
            Position position = part.changeset().position();
            String id = "changeset \"" + part.changeset().identity().id() + "\"";
            part.gone()
                    .forEach(loss -> findings.add(Finding.at(
                            position,
                            "cannot-come-back",
                            Severity.WARNING,
                            id + " has destroyed " + loss + ": only a backup has it",
                            "Where that matters, bring the rows back from a backup.")));
            part.lost()
                    .forEach(loss -> findings.add(Finding.at(
                            position,
                            "data-loss",
                            Severity.WARNING,
                            "undoing " + id + " loses " + loss,
                            "Deploy it only where that is meant.")));
            part.notes()
                    .forEach(note -> findings.add(Finding.at(
                            position, "reverse-note", Severity.INFO, id + ": " + note, "Read the new changeset.")));
        }
        return findings;
    }

    private static String names(List<Changeset> changesets) {
        List<String> names = new ArrayList<>();
        changesets.forEach(c -> names.add("\"" + c.identity().id() + "\""));
        Collections.reverse(names);
        return String.join(", ", names);
    }

    private static String word(String id) {
        return StageName.word(id).replace('-', '_').replaceAll("[^a-z0-9_]", "");
    }
}
