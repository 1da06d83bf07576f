package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.CatalogueChange;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pgcodekeeper does not see, or has no statements for that run: there, and back. */
@ExtendWith(TestDatabases.class)
class RemainingDifferenceTest {
    private static final String EDIT = " => ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A column of a partition is its parent's to pgcodekeeper, whatever it is called before it is attached.
                "CREATE TABLE p(id int, at int, note text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);"
                        + " CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (5)"
                        + " => ALTER TABLE p RENAME at TO day; ALTER TABLE p DETACH PARTITION p1",
                "CREATE TABLE p(id int PRIMARY KEY, b text); CREATE TABLE c(d int) INHERITS (p)"
                        + " => ALTER TABLE p RENAME TO q; CREATE DOMAIN k AS text DEFAULT 'd'; ALTER TABLE q ADD x k",
                "CREATE TABLE t(a int GENERATED ALWAYS AS IDENTITY) => ALTER TABLE t RENAME TO u",
                "CREATE TABLE t(a text) => ALTER TABLE t ALTER a SET STORAGE EXTERNAL",
                "CREATE TABLE t(a text) => ALTER TABLE t ALTER a TYPE text COLLATE \"C\"",
                "CREATE TABLE t(a text) => ALTER TABLE t ALTER a SET STATISTICS 50",
                "CREATE TABLE t(a int) WITH (fillfactor = 70, autovacuum_enabled = false) => ALTER TABLE t RESET (fillfactor)",
                "CREATE TABLE t(a text) => ALTER TABLE t SET (toast.autovacuum_enabled = false)",
                "CREATE TABLE t(a int NOT NULL) => CREATE UNIQUE INDEX i ON t(a); ALTER TABLE t REPLICA IDENTITY USING INDEX i",
                "CREATE TABLE t(a int); CREATE VIEW v AS SELECT a FROM t => ALTER VIEW v ALTER a SET DEFAULT 5",
                "CREATE TABLE t(a int, b int); CREATE STATISTICS s ON a, b FROM t => ALTER STATISTICS s SET STATISTICS 50",
                "CREATE DOMAIN d AS text => ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE <> '') NOT VALID",
                "CREATE TABLE t(a int) => ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor",
                "CREATE TABLE t(a int PRIMARY KEY); CREATE TABLE u(a int REFERENCES t)"
                        + " => ALTER TABLE t RENAME CONSTRAINT t_pkey TO k",
            })
    void nothingRemains(String schemas, ScratchServer.Running server) {
        String from = schemas.substring(0, schemas.indexOf(EDIT));
        String to = from + ";" + schemas.substring(schemas.indexOf(EDIT) + EDIT.length());

        assertThat(remaining(server, from, to)).isEmpty();
        assertThat(remaining(server, to, from)).isEmpty();
    }

    /** It must be there before the table gets its parent: pgcodekeeper would drop it, with all that is in it. */
    @Test
    void aColumnThatIsToComeFromAParentKeepsItsValues(TestDatabase database, ScratchServer.Running server) {
        String tables = "CREATE TABLE p(id int PRIMARY KEY, b text); CREATE TABLE c(d int) INHERITS (p);";
        database.execute(tables + "ALTER TABLE c NO INHERIT p; INSERT INTO c VALUES (1, 'kept', 2)");
        Target desired = server.createDatabase();
        TestDatabase.named(desired).execute(tables);

        try (ScratchPad pad = pad(server)) {
            assertThat(new SchemaDifference(pad).between(database.target(), desired))
                    .flatExtracting(proven -> proven.stage().changes())
                    .flatExtracting(change -> change.loss().stream().toList())
                    .isEmpty();
        } finally {
            server.dropDatabase(desired);
        }
        assertThat(database.query("SELECT id, b, d FROM c")).containsExactly("1|kept|2");
    }

    private static List<CatalogueChange> remaining(ScratchServer.Running server, String from, String to) {
        Target work = server.createDatabase();
        Target desired = server.createDatabase();
        TestDatabase.named(work).execute(from);
        TestDatabase.named(desired).execute(to);
        try (ScratchPad pad = pad(server)) {
            new SchemaDifference(pad).between(work, desired);
            return new PgCodeKeeperComparison().compare(work, desired, Optional.empty());
        } finally {
            server.dropDatabase(work);
            server.dropDatabase(desired);
        }
    }

    private static ScratchPad pad(ScratchServer.Running server) {
        return new ScratchPad(server, new PgCodeKeeperComparison(), new ScratchStatements(), Optional.empty());
    }
}
