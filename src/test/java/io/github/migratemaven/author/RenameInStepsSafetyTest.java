package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a rename in steps must not lose: values that somebody wrote, rows that nobody shows, privileges. */
@ExtendWith(TestDatabases.class)
class RenameInStepsSafetyTest {
    private RenamedDatabase renamed;
    private TestDatabase database;

    @BeforeEach
    void start(ScratchServer.Running running) {
        renamed = new RenamedDatabase(running);
        database = renamed.database();
    }

    @AfterEach
    void end() {
        renamed.close();
    }

    @Test
    void aValueThatIsTheNewColumnsDefaultIsKeptWhereTheOldOneHasAnother() {
        database.execute("CREATE TABLE account (id int PRIMARY KEY, state text, kind text DEFAULT 'old')");
        String desired =
                "CREATE TABLE account (id int PRIMARY KEY,\n-- migrate:renamed-from state %1$s\nphase text DEFAULT 'active',\n"
                        + "-- migrate:renamed-from kind %1$s\nsort text DEFAULT 'new');";

        List<ProvenRollback.Proven> stages = renamed.toward(desired.formatted("expand"));

        database.execute("INSERT INTO account (id, phase, sort) VALUES (1, 'active', 'new')");
        database.execute("INSERT INTO account (id, state) VALUES (2, 'shut')");
        assertThat(database.query("SELECT * FROM (SELECT id, state, phase, kind, sort FROM account) a ORDER BY id"))
                .containsExactly("1|active|active|new|new", "2|shut|shut|old|old");
        assertThat(stages.get(0).stage().notes()).anyMatch(note -> note.contains("default"));
        assertThat(renamed.toward(desired.formatted("expand"))).isEmpty();
        renamed.toward(desired.formatted("contract"));
        database.execute("INSERT INTO account (id) VALUES (3)");
        assertThat(database.query("SELECT phase, sort FROM account WHERE id = 3"))
                .containsExactly("active|new");
    }

    @Test
    void rowsThatAPolicyHidesStopTheCopyAndTheContract() throws SQLException {
        String policy = "; ALTER TABLE note ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
                + " CREATE POLICY own ON note USING (tenant = current_user)";
        database.execute("CREATE TABLE note (id int PRIMARY KEY, tenant text, body text)" + policy);
        String desired =
                "CREATE TABLE note (id int PRIMARY KEY, tenant text,\n-- migrate:renamed-from body %s\ntext text)"
                        + policy;
        List<String> expand = renamed.toward(desired.formatted("expand")).stream()
                .flatMap(s -> s.stage().sql().stream())
                .toList();
        List<ProvenRollback.Proven> contract = renamed.toward(desired.formatted("contract"));
        String copy = expand.get(3);
        assertThat(copy).startsWith("DO ");
        database.execute("DROP TABLE note; CREATE ROLE owner_of_steps;"
                + "CREATE TABLE note (id int PRIMARY KEY, tenant text, body text, text text)" + policy
                + "; INSERT INTO note VALUES (1, 'somebody', 'words'); GRANT CREATE ON SCHEMA public TO owner_of_steps;"
                + " ALTER TABLE note OWNER TO owner_of_steps");
        try {
            assertThatThrownBy(() -> asOwner(copy)).hasMessageContaining("row-level security policy");
            assertThatThrownBy(() -> asOwner(contract.get(0).stage().sql().get(0)))
                    .hasMessageContaining("row-level security policy");
            database.execute("UPDATE note SET text = body; ALTER TABLE note DROP body");
            assertThatThrownBy(() ->
                            asOwner("BEGIN;" + String.join(";", contract.get(1).rollback())))
                    .hasMessageContaining("row-level security policy");
        } finally {
            database.execute("DROP OWNED BY owner_of_steps; DROP ROLE owner_of_steps");
        }
    }

    @Test
    void aTypeThatTakesNoNullWouldStopOldCodeAndIsRefused() {
        String domain = "CREATE DOMAIN code AS text%s; CREATE TABLE part (id int PRIMARY KEY, ";
        for (String limit : List.of(" NOT NULL", " CHECK (VALUE IS NOT NULL)")) {
            database.execute(
                    "DROP TABLE IF EXISTS part; DROP DOMAIN IF EXISTS code; " + domain.formatted(limit) + "kind code)");

            assertThat(renamed.refusal(domain.formatted(limit) + "\n-- migrate:renamed-from kind expand\nsort code)"))
                    .startsWith("rename-not-possible: ")
                    .endsWith("its type public.code takes no null, which old code leaves in the new column");
        }
        database.execute(
                "DROP TABLE part; DROP DOMAIN code; " + domain.formatted(" CHECK (VALUE <> '')") + "kind code)");
        assertThat(renamed.refusal(
                        domain.formatted(" CHECK (VALUE <> '')") + "\n-- migrate:renamed-from kind expand\nsort code)"))
                .isEmpty();
    }

    @Test
    void aDomainsDefaultIsNotTakenForAValueThatSomebodyWrote() {
        database.execute("CREATE DOMAIN state AS text DEFAULT 'open' CHECK (VALUE <> '');"
                + " CREATE TABLE part (id int PRIMARY KEY, phase state)");
        String desired = "CREATE DOMAIN state AS text DEFAULT 'open' CHECK (VALUE <> '');"
                + " CREATE TABLE part (id int PRIMARY KEY,\n-- migrate:renamed-from phase %s\nstage state)";

        renamed.toward(desired.formatted("expand"));

        database.execute("INSERT INTO part (id, phase) VALUES (1, 'shut')");
        database.execute("INSERT INTO part (id, stage) VALUES (2, 'shut')");
        database.execute("INSERT INTO part (id) VALUES (3)");
        assertThat(database.query("SELECT phase, stage FROM part ORDER BY id"))
                .containsExactly("shut|shut", "shut|shut", "open|open");
        assertThat(renamed.toward(desired.formatted("expand"))).isEmpty();
        renamed.toward(desired.formatted("contract"));
        database.execute("INSERT INTO part (id) VALUES (4)");
        assertThat(database.value("SELECT stage FROM part WHERE id = 4")).isEqualTo("open");
    }

    @Test
    void theOldColumnComesBackWhereTriggersAreDeferred() {
        String checked =
                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE CONSTRAINT"
                        + " TRIGGER checked AFTER UPDATE ON a DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f()";
        database.execute(
                "CREATE TABLE a (id int PRIMARY KEY, x int NOT NULL UNIQUE); INSERT INTO a VALUES (1, 2);" + checked);
        String desired =
                "CREATE TABLE a (id int PRIMARY KEY,\n-- migrate:renamed-from x %s\ny int NOT NULL UNIQUE);" + checked;
        renamed.toward(desired.formatted("expand"));
        List<ProvenRollback.Proven> contract = renamed.toward(desired.formatted("contract"));

        database.execute("BEGIN;" + String.join(";", contract.get(1).rollback()) + "; COMMIT");

        assertThat(database.query("SELECT x, y FROM a")).containsExactly("2|2");
    }

    @Test
    void aPartitionKeyIsRefused() {
        database.execute("CREATE TABLE event (id int, kind text, at date) PARTITION BY RANGE (id);"
                + " CREATE TABLE event_1 PARTITION OF event DEFAULT PARTITION BY LIST (kind);"
                + " CREATE TABLE event_2 PARTITION OF event_1 DEFAULT PARTITION BY LIST (lower(kind))");
        String desired = "CREATE TABLE event (%s at date) PARTITION BY RANGE (%s);"
                + " CREATE TABLE event_1 PARTITION OF event DEFAULT PARTITION BY LIST (%s);"
                + " CREATE TABLE event_2 PARTITION OF event_1 DEFAULT PARTITION BY LIST (lower(%3$s))";

        assertThat(renamed.refusal(
                        desired.formatted("\n-- migrate:renamed-from id expand\nno int, kind text,", "no", "kind")))
                .startsWith("rename-not-possible: ");
        assertThat(renamed.refusal(
                        desired.formatted("id int,\n-- migrate:renamed-from kind expand\nsort text,", "id", "sort")))
                .endsWith("a partition of the table is partitioned by it");
    }

    @Test
    void aConstraintThatWouldHaveToBeOnBothIsRefused() {
        database.execute("CREATE TABLE city (id int PRIMARY KEY); CREATE TABLE visit (id int PRIMARY KEY, place int"
                + " CONSTRAINT positive CHECK (place > 0) CONSTRAINT somewhere REFERENCES city)");
        String desired = "CREATE TABLE city (id int PRIMARY KEY); CREATE TABLE visit (id int PRIMARY KEY,\n"
                + "-- migrate:renamed-from place expand\ntown int CONSTRAINT %s CHECK (town > 0) CONSTRAINT %s REFERENCES city)";

        assertThat(renamed.refusal(desired.formatted("positive", "there")))
                .isEqualTo(
                        "rename-same-name: constraint positive is on place in the changelog and on town in the desired"
                                + " schema: while both columns are there, each needs one");
        assertThat(renamed.refusal(desired.formatted("above", "somewhere")))
                .startsWith("rename-same-name: constraint somewhere ");
        assertThat(renamed.refusal(desired.formatted("above", "there"))).isEmpty();
    }

    @Test
    void whoMayUseSomeColumnsMayUseThemByEitherName() {
        database.execute(
                "CREATE ROLE clerk_of_columns; CREATE TABLE client (id int CONSTRAINT pk PRIMARY KEY, name text,"
                        + " \"Mail\" text); GRANT SELECT (id, \"Mail\"), UPDATE (\"Mail\"), REFERENCES (id) ON client TO clerk_of_columns;"
                        + " INSERT INTO client VALUES (1, 'a', 'b')");
        try {
            renamed.toward(
                    "-- migrate:renamed-from client expand\nCREATE TABLE customer (id int CONSTRAINT pk PRIMARY KEY,"
                            + " name text, \"Mail\" text); GRANT SELECT (id, \"Mail\"), UPDATE (\"Mail\"), REFERENCES (id)"
                            + " ON customer TO clerk_of_columns");

            database.execute("SET ROLE clerk_of_columns; UPDATE client SET \"Mail\" = 'c' WHERE id = 1");
            assertThat(database.value("SELECT \"Mail\" FROM customer")).isEqualTo("c");
            assertThatThrownBy(() -> database.execute("SET ROLE clerk_of_columns; SELECT name FROM client"))
                    .hasStackTraceContaining("permission denied");
        } finally {
            database.execute("DROP OWNED BY clerk_of_columns; DROP ROLE clerk_of_columns");
        }
    }

    @Test
    void privilegesOnSeveralColumnsStayWhileBothAreThere() {
        String role = "clerk_of_both";
        database.execute("CREATE ROLE " + role + "; CREATE TABLE visit (id int PRIMARY KEY, place int, at date);"
                + " GRANT SELECT (id, place, at), UPDATE (place, at) ON visit TO " + role);
        try {
            String desired = "CREATE TABLE visit (id int PRIMARY KEY,\n-- migrate:renamed-from place expand\ntown int,"
                    + " at date); GRANT SELECT (id, town, at), UPDATE (town, at) ON visit TO " + role;

            renamed.toward(desired);

            database.execute(
                    "SET ROLE " + role + "; SELECT place, town FROM visit; UPDATE visit SET place = 1, town = 1");
            assertThat(renamed.toward(desired)).isEmpty();
        } finally {
            database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE owner_of_steps");
            statement.execute(sql);
        }
    }
}
