package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A table under two names for a while: the old one is a view. */
@ExtendWith(TestDatabases.class)
class RenameTableInStepsTest {
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
    void aTableIsReadAndWrittenByEitherName() {
        database.execute(
                "CREATE ROLE clerk_of_tables; CREATE TABLE client (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                        + " name text DEFAULT 'x'); GRANT SELECT, INSERT, TRUNCATE ON client TO clerk_of_tables;"
                        + " INSERT INTO client (name) VALUES ('a')");
        try {
            String desired = "-- migrate:renamed-from client %s\nCREATE TABLE customer"
                    + " (id int GENERATED ALWAYS AS IDENTITY, name text DEFAULT 'x', CONSTRAINT client_pkey PRIMARY KEY (id));"
                    + " GRANT SELECT, INSERT, TRUNCATE ON customer TO clerk_of_tables;";

            List<ProvenRollback.Proven> stages = renamed.toward(desired.formatted("expand"));

            assertThat(RenamedDatabase.names(stages)).containsExactly("expand-rename-table-client-to-customer");
            database.execute(
                    "SET ROLE clerk_of_tables; INSERT INTO client DEFAULT VALUES; INSERT INTO customer (name) VALUES ('c')");
            database.execute("UPDATE client SET name = 'b' WHERE id = 2; INSERT INTO client (name) VALUES ('d')"
                    + " ON CONFLICT (id) DO NOTHING; DELETE FROM client WHERE id = 4");
            assertThat(database.query("SELECT * FROM customer ORDER BY id"))
                    .containsExactly("1|a", "2|b", "3|c")
                    .isEqualTo(database.query("SELECT * FROM client ORDER BY id"));
            assertThat(renamed.toward(desired.formatted("expand"))).isEmpty();
            assertThat(renamed.toward(desired.formatted("contract")).stream()
                            .flatMap(stage -> stage.stage().sql().stream()))
                    .first()
                    .isEqualTo("DROP VIEW public.client");
            assertThat(renamed.toward(desired.formatted("contract"))).isEmpty();
        } finally {
            database.execute("DROP OWNED BY clerk_of_tables; DROP ROLE clerk_of_tables");
        }
    }

    @Test
    void aTableAndItsColumnAreRenamedTogether() {
        database.execute(
                "CREATE TABLE client (id int CONSTRAINT pk PRIMARY KEY, mail text); INSERT INTO client VALUES (1, 'a')");
        String desired =
                "-- migrate:renamed-from client expand\nCREATE TABLE customer (id int CONSTRAINT pk PRIMARY KEY,\n"
                        + "-- migrate:renamed-from mail expand\nemail text)";

        renamed.toward(desired);

        database.execute("INSERT INTO client VALUES (2, 'b')");
        assertThat(database.query("SELECT id, email FROM customer ORDER BY 1")).containsExactly("1|a", "2|b");
        assertThat(renamed.toward(desired)).isEmpty();
    }

    @Test
    void keysIndexesAndSequencesAreCalledAsTheTableAndStayAsTheyAre() {
        database.execute(
                "CREATE TABLE client (id serial PRIMARY KEY, name text UNIQUE, CHECK (name <> ''), town int, UNIQUE (town, name));"
                        + " CREATE INDEX ON client (lower(name)); CREATE INDEX town ON client (town);"
                        + " CREATE TABLE purchase (client int REFERENCES client);"
                        + " INSERT INTO client (name) VALUES ('a'), ('b')");
        String desired = "-- migrate:renamed-from client %s\nCREATE TABLE \"user\" (id serial PRIMARY KEY,\n"
                + "-- migrate:renamed-from name\n\"Title\" text UNIQUE, CHECK (\"Title\" <> ''), town int, UNIQUE (town, \"Title\"));"
                + " CREATE INDEX ON \"user\" (lower(\"Title\")); CREATE INDEX town ON \"user\" (town);"
                + " CREATE TABLE purchase (client int REFERENCES \"user\")";

        List<ProvenRollback.Proven> stages = renamed.toward(desired.formatted("expand"));

        assertThat(RenamedDatabase.names(stages))
                .containsExactly(
                        "expand-rename-table-client-to-user", "rename-column-name-to-title", "rename-parts-of-user");
        assertThat(RenamedDatabase.losses(stages)).isEmpty();
        assertThat(stages.get(2).stage().sql())
                .containsExactly(
                        "ALTER TABLE public.\"user\" RENAME CONSTRAINT client_name_check TO \"user_Title_check\"",
                        "ALTER TABLE public.\"user\" RENAME CONSTRAINT client_name_key TO \"user_Title_key\"",
                        "ALTER TABLE public.\"user\" RENAME CONSTRAINT client_pkey TO user_pkey",
                        "ALTER TABLE public.\"user\" RENAME CONSTRAINT client_town_name_key TO \"user_town_Title_key\"",
                        "ALTER INDEX public.client_lower_idx RENAME TO user_lower_idx",
                        "ALTER SEQUENCE public.client_id_seq RENAME TO user_id_seq");
        database.execute("INSERT INTO client (name) VALUES ('c')");
        assertThat(database.query("SELECT * FROM \"user\" ORDER BY 1")).containsExactly("1|a|", "2|b|", "3|c|");
        assertThat(renamed.toward(desired.formatted("contract"))).hasSize(1);
    }

    @Test
    void rowSecurityIsThatOfWhoeverUsesTheOldName() {
        database.execute(
                "CREATE TABLE client (id int CONSTRAINT pk PRIMARY KEY); ALTER TABLE client ENABLE ROW LEVEL SECURITY");

        List<ProvenRollback.Proven> stages =
                renamed.toward("-- migrate:renamed-from client expand\nCREATE TABLE customer"
                        + " (id int CONSTRAINT pk PRIMARY KEY); ALTER TABLE customer ENABLE ROW LEVEL SECURITY");

        assertThat(stages.get(0).stage().sql().get(1)).contains("security_invoker = true");
        assertThat(stages.get(0).stage().notes()).anyMatch(note -> note.contains("servers before 15"));
    }
}
