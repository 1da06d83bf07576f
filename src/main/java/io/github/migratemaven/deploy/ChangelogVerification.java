package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Verifies a changelog by itself, without a target: against the branch it goes into, and its rollback blocks. */
public final class ChangelogVerification {
    private final ChangelogReader reader;
    private final Optional<Base> base;
    private final boolean rollbacks;
    private final ProofDatabase.Surroundings around;
    private final ProgressListener progress;

    /**
     * The branch that this one goes into.
     *
     * @param fork its changelog where this branch left it; empty where it had none
     * @param tip its changelog now; empty where it has none
     */
    public record Base(String name, Optional<ChangelogReader> fork, Optional<ChangelogReader> tip) {}

    /** @param rollbacks whether rollback blocks are to be proved; with a base those that have changed since */
    public ChangelogVerification(
            ChangelogReader reader,
            Optional<Base> base,
            boolean rollbacks,
            ProofDatabase.Surroundings around,
            ProgressListener progress) {
        this.reader = reader;
        this.base = base;
        this.rollbacks = rollbacks;
        this.around = around;
        this.progress = progress;
    }

    public Outcome run() {
        Instant start = Instant.now();
        List<Finding> findings = new ArrayList<>();
        Optional<Failure> error = Optional.empty();
        try {
            base.ifPresent(b -> findings.addAll(branch(b)));
            if (rollbacks) {
                findings.addAll(proof());
            }
            error = verdict(findings);
        } catch (MigrateException e) {
            error = Optional.of(e.failure());
        }
        return Outcome.ofFindings("verify", findings, error, start, Duration.between(start, Instant.now()));
    }

    private List<Finding> branch(Base against) {
        Changelog now = changelog(Optional.of(reader));
        Changelog fork = changelog(against.fork());
        return new BranchCheck(against.name(), now, fork, changelog(against.tip())).findings();
    }

    private static Changelog changelog(Optional<ChangelogReader> from) {
        if (from.isEmpty()) {
            return new Changelog("", "", List.of(), List.of());
        }
        try (LoadedChangelog loaded = from.get().read()) {
            return loaded.changelog();
        }
    }

    private List<Finding> proof() {
        long start = System.nanoTime();
        Deque<ScratchServer.Running> first = new ArrayDeque<>();
        first.add(around.servers().get());
        ProofDatabase.Surroundings here = new ProofDatabase.Surroundings(
                () -> first.isEmpty() ? around.servers().get() : first.remove(),
                around.databases(),
                around.catalogues(),
                around.schema(),
                around.run(),
                around.progress());
        try {
            Map<ChangesetId, String> before =
                    base.map(b -> undoings(b, first.peek())).orElse(Map.of());
            try (LoadedChangelog loaded = reader.read();
                    ProofDatabase database = new ProofDatabase(loaded, here)) {
                Predicate<Changeset> wanted = changeset -> base.isEmpty()
                        || !undoing(changeset, database::rollback).equals(before.get(changeset.identity()));
                List<Finding> found = new RollbackProof(loaded, database, wanted, progress).run();
                progress.info(found.get(found.size() - 1).message() + ", in " + (System.nanoTime() - start) / 1_000_000
                        + " ms");
                return found;
            }
        } finally {
            first.forEach(ScratchServer.Running::close);
        }
    }

    /** What the base's changesets do and how they are undone, as text: the checksum says nothing of rollback blocks. */
    private Map<ChangesetId, String> undoings(Base against, ScratchServer.Running server) {
        if (against.fork().isEmpty()) {
            return Map.of();
        }
        Map<ChangesetId, String> texts = new HashMap<>();
        try (LoadedChangelog loaded = against.fork().get().read();
                Session session = around.databases().apply(server.target()).openReadOnly()) {
            MigrationEngine engine = loaded.bind(session);
            for (Changeset changeset : loaded.changelog().changesets()) {
                texts.put(changeset.identity(), undoing(changeset, engine::rollback));
            }
        }
        return texts;
    }

    private interface Blocks {
        RollbackBlock of(Changeset changeset);
    }

    private static String undoing(Changeset changeset, Blocks blocks) {
        try {
            RollbackBlock block = blocks.of(changeset);
            String steps = block.steps().stream().map(Step::text).collect(Collectors.joining("\0"));
            return changeset.checksum() + "\0" + block.kind() + "\0" + steps;
        } catch (MigrateException e) {
            return changeset.checksum() + "\0" + e.failure().message();
        }
    }

    private static Optional<Failure> verdict(List<Finding> findings) {
        List<Finding> wrong =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        Finding first = wrong.get(0);
        String more = wrong.size() == 1 ? "" : " (and " + (wrong.size() - 1) + " more, see the findings above)";
        return Optional.of(
                new Failure.Rejected(first.id(), first.message() + more, first.suggestion(), first.position()));
    }
}
