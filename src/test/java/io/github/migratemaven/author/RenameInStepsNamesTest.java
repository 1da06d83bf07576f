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

/** Names that SQL quotes, folds or cuts off, in renames in steps and at once. */
@ExtendWith(TestDatabases.class)
class RenameInStepsNamesTest {
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
    void reservedWordsAreNamesAsOthers() {
        database.execute(
                "CREATE TABLE \"user\" (id int PRIMARY KEY, \"order\" int NOT NULL); INSERT INTO \"user\" VALUES (1, 7)");
        String desired =
                "CREATE TABLE public.user (id int PRIMARY KEY,\n-- migrate:renamed-from \"order\" %s\n\"end\" int NOT NULL);";

        renamed.toward(desired.formatted("expand"));

        database.execute("INSERT INTO \"user\" (id, \"end\") VALUES (2, 8)");
        assertThat(database.query("SELECT id, \"order\", \"end\" FROM \"user\" ORDER BY 1"))
                .containsExactly("1|7|7", "2|8|8");
        assertThat(renamed.toward(desired.formatted("expand"))).isEmpty();
        assertThat(RenamedDatabase.names(renamed.toward(desired.formatted("contract"))))
                .containsExactly("compare-order-to-end", "contract-rename-order-to-end");
    }

    @Test
    void aTableWhoseNameIsAReservedWordIsRenamedAtOnceAndInSteps() {
        database.execute("CREATE TABLE \"user\" (id int CONSTRAINT pk PRIMARY KEY, \"order\" int)");

        assertThat(RenamedDatabase.names(renamed.toward(
                        "-- migrate:renamed-from \"user\"\nCREATE TABLE \"group\" (id int CONSTRAINT pk PRIMARY KEY,\n"
                                + "-- migrate:renamed-from \"order\"\nplace int)")))
                .containsExactly("rename-table-user-to-group", "rename-column-order-to-place");
        assertThat(
                        RenamedDatabase.names(
                                renamed.toward(
                                        "-- migrate:renamed-from \"group\" expand\nCREATE TABLE team (id int CONSTRAINT pk PRIMARY KEY, place int)")))
                .containsExactly("expand-rename-table-group-to-team");
    }

    @Test
    void wordsThatNewerServersQuoteAreNamesAsOthers() {
        database.execute("CREATE TABLE client (id int CONSTRAINT pk PRIMARY KEY, \"json\" text)");

        assertThat(RenamedDatabase.names(renamed.toward(
                        "-- migrate:renamed-from client\nCREATE TABLE \"system_user\" (id int CONSTRAINT pk PRIMARY KEY,\n"
                                + "-- migrate:renamed-from json\njson_value text)")))
                .containsExactly("rename-table-client-to-system-user", "rename-column-json-to-json-value");
    }

    @Test
    void namesWithoutQuotesAreInSmallLetters() {
        database.execute("CREATE TABLE client (id int CONSTRAINT pk PRIMARY KEY, mail text)");

        assertThat(RenamedDatabase.names(renamed.toward(
                        "-- migrate:renamed-from Client\nCREATE TABLE CUSTOMER (Id int CONSTRAINT pk PRIMARY KEY,\n"
                                + "-- migrate:renamed-from Mail expand\nEMail text)")))
                .containsExactly(
                        "rename-table-client-to-customer", "expand-rename-mail-to-email", "copy-mail-to-email");
    }

    @Test
    void aRenameOfNamesWithSpacesAndOfLongOnesIsRecognised() {
        String cloud = "雲".repeat(21);
        database.execute("CREATE TABLE \"Order Item\" (id int PRIMARY KEY, \"unit price\" int, \"" + cloud
                + "\" int); INSERT INTO \"Order Item\" VALUES (1, 2, 3)");
        String desired =
                "CREATE TABLE \"Order Item\" (id int PRIMARY KEY,\n-- migrate:renamed-from \"unit price\" %1$s\n"
                        + "\"it's \"\"dear\"\"\" int,\n-- migrate:renamed-from \"" + cloud + "\" %1$s\n\""
                        + "雨".repeat(21)
                        + "\" int);";

        renamed.toward(desired.formatted("expand"));

        assertThat(renamed.toward(desired.formatted("expand"))).isEmpty();
        assertThat(RenamedDatabase.names(renamed.toward(desired.formatted("contract"))))
                .hasSize(4);
        assertThat(database.query("SELECT * FROM \"Order Item\"")).containsExactly("1|2|3");
        assertThat(renamed.toward(desired.formatted("contract"))).isEmpty();
    }

    @Test
    void aColumnThatIsCalledAsATypeKeepsNoOtherColumnFromChanging() {
        String now = "CREATE TABLE visit (id int PRIMARY KEY, date date, seen date, note text%s);";
        database.execute(now.formatted(""));
        String desired = "CREATE TABLE visit (id int PRIMARY KEY,\n-- migrate:renamed-from date expand\nday date%s);";
        renamed.toward(desired.formatted(", seen date, note text"));

        List<ProvenRollback.Proven> stages = renamed.toward(desired.formatted(", note text"));

        assertThat(RenamedDatabase.names(stages)).containsExactly("drop-column-seen-from-visit");
    }
}
