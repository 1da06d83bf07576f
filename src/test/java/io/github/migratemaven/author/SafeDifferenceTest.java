package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.ScratchStatements;
import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the difference does to tables that may have rows. */
@ExtendWith(TestDatabases.class)
class SafeDifferenceTest {
    @Test
    void whatReadsAllRowsWaitsForAStageOfItsOwn(ScratchServer.Running server) {
        List<ProvenRollback.Proven> stages = between(
                server,
                "CREATE TABLE a(id int PRIMARY KEY); CREATE TABLE b(a int, n text)",
                "CREATE TABLE a(id int PRIMARY KEY); CREATE TABLE b(a int CONSTRAINT f REFERENCES a, n text NOT NULL"
                        + " CONSTRAINT u UNIQUE, CONSTRAINT c CHECK (a > 0)); CREATE INDEX i ON b (a)");

        assertThat(stages.stream().map(s -> s.stage().name()).toList())
                .containsExactly(
                        "alter-table-b",
                        "create-index-i",
                        "create-index-u",
                        "validate-constraints",
                        "alter-column-n-of-b-and-1-more");
    }

    private static List<ProvenRollback.Proven> between(ScratchServer.Running server, String from, String to) {
        Target work = server.createDatabase();
        Target desired = server.createDatabase();
        TestDatabase.named(work).execute(from);
        TestDatabase.named(desired).execute(to);
        try (ScratchPad pad =
                new ScratchPad(server, new PgCodeKeeperComparison(), new ScratchStatements(), Optional.empty())) {
            return new SchemaDifference(pad).between(work, desired);
        } finally {
            server.dropDatabase(work);
            server.dropDatabase(desired);
        }
    }
}
