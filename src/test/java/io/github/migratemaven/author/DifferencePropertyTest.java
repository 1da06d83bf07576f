package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.ScratchStatements;
import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From a schema to the same schema after random edits: what the difference says leads there, can be undone, and leaves nothing.
 * Each case says its seed when it fails; {@code -Dmigrate.diff.seed=…} repeats it, {@code -Dmigrate.diff.edits=30} is the full
 * run.
 */
@ExtendWith(TestDatabases.class)
class DifferencePropertyTest {
    private static final int CASES = Integer.getInteger("migrate.diff.edits", 2);
    private static final Long SEED = Long.getLong("migrate.diff.seed");

    private final PgCodeKeeperComparison comparison = new PgCodeKeeperComparison();

    @ParameterizedTest
    @ValueSource(strings = {"shop", "ledger", "tracker", "meter", "clinic"})
    void fromNothing(String name, ScratchServer.Running server) {
        Target empty = server.createDatabase().withSchema("public");
        Target desired = Schemas.load(server, name);

        Case result = run(server, empty, desired);
        server.dropDatabase(empty);
        server.dropDatabase(desired);

        assertThat(result.problem()).isEmpty();
        assertThat(result.losses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "ledger", "tracker", "meter", "clinic"})
    void afterRandomEdits(String name, ScratchServer.Running server) {
        Target base = Schemas.load(server, name);
        List<String> problems = new ArrayList<>();
        // A build is no lottery: the full run looks for new cases, every build repeats two.
        boolean full = Integer.getInteger("migrate.diff.edits") != null;
        long first = SEED != null ? SEED : full ? new Random().nextInt(1_000_000) : 450_077;
        for (int i = 0; i < (SEED != null ? 1 : CASES); i++) {
            long seed = first + i;
            Target desired = server.cloneDatabase(base);
            List<String> edits = new RandomEdits(TestDatabase.named(desired), seed).make(1 + (int) (seed % 4));
            Case result = run(server, base, desired);
            server.dropDatabase(desired);
            note(name + " " + seed + " " + result.problem().orElse("ok"));
            result.problem()
                    .ifPresent(problem -> problems.add("-Dmigrate.diff.seed=" + seed + " " + name + ": " + problem
                            + "\n  edits:\n    " + String.join("\n    ", edits) + "\n"));
        }
        server.dropDatabase(base);

        assertThat(problems).as("of %s cases", CASES).isEmpty();
    }

    /** A full run takes long: how far it is can be read meanwhile. */
    private static void note(String line) {
        try {
            Files.writeString(
                    Path.of("target/difference-cases.txt"),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Case(Optional<String> problem, List<String> losses) {}

    private Case run(ScratchServer.Running server, Target from, Target desired) {
        Target work = server.cloneDatabase(from);
        try (ScratchPad pad = new ScratchPad(server, comparison, new ScratchStatements(), Optional.empty())) {
            List<ProvenRollback.Proven> proven = new SchemaDifference(pad).between(work, desired);
            if (!comparison.catalogue(work, Optional.empty()).equals(comparison.catalogue(desired, Optional.empty()))) {
                return new Case(Optional.of("not equal"), List.of());
            }
            List<CatalogueChange> again = comparison.compare(work, desired, Optional.empty());
            List<String> losses = proven.stream()
                    .flatMap(p -> p.stage().changes().stream())
                    .flatMap(c -> c.loss().stream())
                    .toList();
            return new Case(again.isEmpty() ? Optional.empty() : Optional.of("a second diff has " + again), losses);
        } catch (RuntimeException e) {
            return new Case(Optional.of(e.toString()), List.of());
        } finally {
            server.dropDatabase(work);
        }
    }
}
