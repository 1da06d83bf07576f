package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A column under two names for a while: what old code and new code see of each other. */
@ExtendWith(TestDatabases.class)
class RenameInStepsTest {
    private static final String CUSTOMER = "CREATE TABLE customer (id int PRIMARY KEY, mail text NOT NULL UNIQUE);";
    private static final String HINT = "CREATE TABLE customer (id int PRIMARY KEY,\n"
            + "  -- migrate:renamed-from mail %s\n  email text NOT NULL UNIQUE);";

    private ScratchServer.Running server;
    private RenamedDatabase renamed;
    private TestDatabase database;

    @BeforeEach
    void start(ScratchServer.Running running) {
        server = running;
        renamed = new RenamedDatabase(server);
        database = renamed.database();
    }

    @AfterEach
    void end() {
        renamed.close();
    }

    @Test
    void oldAndNewCodeSeeWhatTheOtherWrites() {
        database.execute(CUSTOMER + "INSERT INTO customer SELECT n, 'm' || n FROM generate_series(1, 3000) n");

        List<ProvenRollback.Proven> stages = renamed.toward(HINT.formatted("expand"));

        assertThat(RenamedDatabase.names(stages))
                .containsExactly(
                        "expand-rename-mail-to-email",
                        "copy-mail-to-email",
                        "alter-table-customer",
                        "create-index-customer-email-key",
                        "validate-constraints",
                        "alter-column-email-of-customer-and-1-more");
        assertThat(both("true")).hasSize(3000).allMatch(row -> row.matches("(m\\d+)\\|\\1"));
        database.execute("INSERT INTO customer (id, mail) VALUES (4001, 'old')");
        database.execute("INSERT INTO customer (id, email) VALUES (4002, 'new')");
        assertThat(both("id > 4000")).containsExactly("old|old", "new|new");
        database.execute("UPDATE customer SET mail = 'newer' WHERE id = 4002");
        database.execute("UPDATE customer SET email = 'older' WHERE id = 4001");
        database.execute("UPDATE customer SET id = id + 1 WHERE id = 4002");
        assertThat(both("id > 4000")).containsExactly("older|older", "newer|newer");
        assertThat(refusal("INSERT INTO customer (id, email) VALUES (1, 'x')")).contains("customer_pkey");
        assertThat(refusal("INSERT INTO customer (id, email) VALUES (5000, 'm1')"))
                .contains("_key");
        assertThat(refusal("INSERT INTO customer (id) VALUES (5000)")).contains("null value");
    }

    @Test
    void whatIsWrittenWhileRowsAreCopiedIsInBothColumns() throws Exception {
        database.execute(CUSTOMER);
        List<List<String>> stages = renamed.toward(HINT.formatted("expand")).stream()
                .map(proven -> proven.stage().sql())
                .toList();
        Target target = server.createDatabase();
        TestDatabase live = TestDatabase.named(target);
        live.execute("CREATE TABLE customer (id int PRIMARY KEY, mail text NOT NULL UNIQUE, visits int DEFAULT 0);"
                + "INSERT INTO customer SELECT n, 'm' || n FROM generate_series(1, 60000) n;"
                + String.join(";", stages.get(0)));
        AtomicBoolean copied = new AtomicBoolean();
        CompletableFuture<Integer> writers = CompletableFuture.supplyAsync(() -> {
            int written = 0;
            for (int n = 1; !copied.get(); n++) {
                int id = n * 7919 % 60000 + 1;
                live.execute("UPDATE customer SET mail = 'old" + n + "' WHERE id = " + id
                        + "; UPDATE customer SET email = 'new" + n + "' WHERE id = " + (60001 - id)
                        + "; UPDATE customer SET visits = visits + 1 WHERE id BETWEEN " + id + " AND " + (id + 9)
                        + "; INSERT INTO customer (id, email) VALUES (" + (100_000 + n) + ", 'more" + n + "')");
                written += 4;
            }
            return written;
        });

        live.execute(stages.get(1).get(0));
        copied.set(true);

        assertThat(writers.get()).isPositive();
        assertThat(live.value("SELECT count(*) FROM customer WHERE mail IS DISTINCT FROM email"))
                .isEqualTo("0");
        assertThat(live.value("SELECT count(*) > 60000 FROM customer WHERE email IS NOT NULL"))
                .isEqualTo("t");
        server.dropDatabase(target);
    }

    @Test
    void entitiesThatHaveOnlyTheNewNameEndARename() {
        database.execute(CUSTOMER + "INSERT INTO customer VALUES (1, 'one')");
        renamed.toward(HINT.formatted("expand"));

        List<ProvenRollback.Proven> stages = renamed.towardEntities(
                "create table customer (id integer not null, email text not null unique, primary key (id));");

        assertThat(RenamedDatabase.names(stages))
                .containsExactly("compare-mail-to-email", "contract-rename-mail-to-email");
        assertThat(RenamedDatabase.losses(stages)).hasSize(1);
        database.execute("INSERT INTO customer (id, email) VALUES (2, 'two')");
        assertThat(database.value("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'zz_rename%'"))
                .isEqualTo("0");
    }

    @Test
    void aSecondDifferenceIsEmptyUntilTheWordIsChanged() {
        database.execute(CUSTOMER);
        renamed.toward(HINT.formatted("expand"));

        assertThat(renamed.toward(HINT.formatted("expand"))).isEmpty();
    }

    @Test
    void contractTakesTheOldNameAwayAndItsRollbackBringsTheValuesBack() {
        database.execute(CUSTOMER + "INSERT INTO customer VALUES (1, 'a')");
        renamed.toward(HINT.formatted("expand"));

        List<ProvenRollback.Proven> stages = renamed.toward(HINT.formatted("contract"));

        assertThat(RenamedDatabase.names(stages))
                .containsExactly("compare-mail-to-email", "contract-rename-mail-to-email");
        assertThat(RenamedDatabase.losses(stages))
                .containsExactly("column mail of table public.customer, whose values column email has, too (nothing but"
                        + " the old name goes)");
        assertThat(database.query("SELECT * FROM customer")).containsExactly("1|a");
        assertThat(renamed.toward(HINT.formatted("contract"))).isEmpty();
        assertThat(renamed.toward(HINT.formatted("expand"))).isEmpty();
        database.execute(String.join(";", stages.get(1).rollback()));
        assertThat(both("true")).containsExactly("a|a");
        database.execute("INSERT INTO customer (id, mail) VALUES (2, 'b')");
        assertThat(both("id = 2")).containsExactly("b|b");
    }

    @Test
    void aHintThatIsGoneEndsTheRename() {
        database.execute(CUSTOMER);
        renamed.toward(HINT.formatted("expand"));

        List<ProvenRollback.Proven> stages =
                renamed.toward("CREATE TABLE customer (id int PRIMARY KEY, email text NOT NULL UNIQUE)");

        assertThat(RenamedDatabase.names(stages)).endsWith("contract-rename-mail-to-email");
        assertThat(database.query("SELECT attname FROM pg_attribute WHERE attrelid = 'customer'::regclass"
                        + " AND attnum > 0 AND NOT attisdropped"))
                .containsExactly("id", "email");
    }

    @Test
    void contractStopsWhereRowsDiffer() {
        database.execute(CUSTOMER + "INSERT INTO customer VALUES (1, 'a')");
        renamed.toward(HINT.formatted("expand"));
        database.execute("ALTER TABLE customer DISABLE TRIGGER USER; UPDATE customer SET mail = 'b';"
                + " ALTER TABLE customer ENABLE TRIGGER USER");

        assertThatThrownBy(() -> renamed.toward(HINT.formatted("contract")))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("rows of public.customer differ in mail and email");
    }

    @Test
    void aDefaultIsNotTakenForAValueThatSomebodyWrote() {
        database.execute(
                "CREATE TABLE part (id int PRIMARY KEY, state text DEFAULT 'open', code uuid DEFAULT gen_random_uuid(),"
                        + " since timestamptz NOT NULL DEFAULT now(), doc json);");
        renamed.toward(
                "CREATE TABLE part (id int PRIMARY KEY,\n-- migrate:renamed-from state expand\nphase text DEFAULT 'open',\n"
                        + "-- migrate:renamed-from code expand\ntoken uuid DEFAULT gen_random_uuid(),\n"
                        + "-- migrate:renamed-from since expand\n\"Begin\" timestamptz NOT NULL DEFAULT now(),\n"
                        + "-- migrate:renamed-from doc expand\nnote json);");

        database.execute("INSERT INTO part (id) VALUES (1)");
        database.execute("INSERT INTO part (id, state, since, doc) VALUES (2, 'shut', '2020-01-01', '{}')");
        database.execute("INSERT INTO part (id, phase, \"Begin\", note) VALUES (3, 'shut', '2020-01-01', '{}')");
        database.execute("INSERT INTO part (id, state) VALUES (4, NULL)");
        database.execute("INSERT INTO part (id, phase) VALUES (5, NULL)");
        database.execute("UPDATE part SET note = '[]' WHERE id = 2");

        assertThat(database.query(
                        "SELECT id, state, phase, extract(year FROM since) > 2020, since = \"Begin\", code = token, doc, note"
                                + " FROM part ORDER BY id"))
                .containsExactly(
                        "1|open|open|t|t|t||",
                        "2|shut|shut|f|t|t|[]|[]",
                        "3|shut|shut|f|t|t|{}|{}",
                        "4|||t|t|t||",
                        "5|||t|t|t||");
    }

    @Test
    void theNewColumnHasWhatTheOldOneHas() {
        database.execute("CREATE ROLE clerk_of_steps; CREATE TABLE city (id int PRIMARY KEY); CREATE TABLE visit"
                + " (id int PRIMARY KEY, place int REFERENCES city CONSTRAINT place_positive CHECK (place > 0), at date);"
                + " CREATE INDEX visit_place_at ON visit (place, at); COMMENT ON COLUMN visit.place IS 'where';"
                + " GRANT SELECT (place) ON visit TO clerk_of_steps; CREATE VIEW visits AS SELECT place FROM visit");
        try {
            String desired = "CREATE TABLE city (id int PRIMARY KEY); CREATE TABLE visit (id int PRIMARY KEY,\n"
                    + "-- migrate:renamed-from place %s\n"
                    + "town int REFERENCES city CONSTRAINT town_positive CHECK (town > 0), at date);"
                    + " CREATE INDEX visit_town_at ON visit (town, at); COMMENT ON COLUMN visit.town IS 'where';"
                    + " GRANT SELECT (town) ON visit TO clerk_of_steps; CREATE VIEW visits AS SELECT town AS place FROM visit";

            List<ProvenRollback.Proven> stages = renamed.toward(desired.formatted("expand"));

            assertThat(RenamedDatabase.losses(stages)).isEmpty();
            assertThat(database.query("SELECT indexname FROM pg_indexes WHERE tablename = 'visit' ORDER BY 1"))
                    .containsExactly("visit_pkey", "visit_place_at", "visit_town_at");
            assertThat(database.query(
                            "SELECT conname FROM pg_constraint WHERE conrelid = 'visit'::regclass AND contype <> 'n'"
                                    + " ORDER BY 1"))
                    .containsExactly(
                            "place_positive", "town_positive", "visit_pkey", "visit_place_fkey", "visit_town_fkey");
            assertThat(stages.stream().flatMap(s -> s.stage().sql().stream()).toList())
                    .anyMatch(sql -> sql.startsWith("CREATE INDEX CONCURRENTLY visit_town_at"))
                    .anyMatch(sql -> sql.contains("visit_town_fkey") && sql.endsWith("NOT VALID"));
            assertThat(renamed.toward(desired.formatted("expand"))).isEmpty();
            renamed.toward(desired.formatted("contract"));
            assertThat(database.query("SELECT indexname FROM pg_indexes WHERE tablename = 'visit' ORDER BY 1"))
                    .containsExactly("visit_pkey", "visit_town_at");
        } finally {
            database.execute("DROP OWNED BY clerk_of_steps; DROP ROLE clerk_of_steps");
        }
    }

    @Test
    void aPartitionedTableIsCopiedPartByPart() {
        database.execute("CREATE TABLE event (id int, kind text) PARTITION BY RANGE (id);"
                + " CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (5000);"
                + " CREATE TABLE event_2 PARTITION OF event DEFAULT;"
                + " INSERT INTO event SELECT n, 'k' || n FROM generate_series(1, 90000, 3) n");
        String desired =
                "CREATE TABLE event (id int,\n-- migrate:renamed-from kind %s\nsort text) PARTITION BY RANGE (id);"
                        + " CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (5000);"
                        + " CREATE TABLE event_2 PARTITION OF event DEFAULT;";

        renamed.toward(desired.formatted("expand"));

        assertThat(database.value("SELECT count(*) FROM event WHERE kind IS DISTINCT FROM sort"))
                .isEqualTo("0");
        assertThat(renamed.toward(desired.formatted("expand"))).isEmpty();
        renamed.toward(desired.formatted("contract"));
        assertThat(database.value("SELECT count(sort) FROM event")).isEqualTo("30000");
    }

    @Test
    void aHintThatFitsNothingIsRefused() {
        database.execute(CUSTOMER);

        assertThat(renamed.refusal(HINT.formatted("expand").replace("renamed-from mail", "renamed-from post")))
                .isEqualTo("rename-nothing: there is no column post of table public.customer that could become column"
                        + " email of table public.customer");
        assertThat(renamed.refusal(HINT.formatted("contract"))).startsWith("rename-not-begun: ");
        assertThat(renamed.refusal(HINT.formatted("expand").replace("email text", "email varchar(50)")))
                .isEqualTo("rename-type-differs: column mail of table public.customer is text, email is character"
                        + " varying(50)");
        assertThat(renamed.refusal(HINT.formatted("expand").replace("email text", "mail text, email text")))
                .startsWith("rename-both-declared: ");
        assertThat(renamed.refusal(HINT.formatted("expnd"))).startsWith("rename-hint-unclear: ");
        assertThat(
                        renamed.refusal(
                                "CREATE TABLE customer (id int PRIMARY KEY, email text, -- migrate:renamed-from mail\nphone text)"))
                .startsWith("rename-hint-unclear: ");
        assertThat(
                        renamed.refusal(
                                "CREATE TABLE customer (\n-- migrate:renamed-from id expand\nno int PRIMARY KEY, mail text NOT NULL UNIQUE)"))
                .startsWith("rename-not-possible: ")
                .endsWith("it belongs to the primary key");
        database.execute("ALTER TABLE customer ADD COLUMN email text");
        assertThat(renamed.refusal(HINT.formatted("expand"))).startsWith("rename-both-there: ");
        assertThat(renamed.refusal("-- migrate:renamed-from client expand\n" + CUSTOMER))
                .isEmpty();
        assertThat(renamed.refusal("-- migrate:renamed-from client expand\nCREATE TABLE payer (id int);"))
                .startsWith("rename-nothing: ");
    }

    @Test
    void anIndexThatWouldHaveToBeOnBothIsRefused() {
        database.execute("CREATE TABLE customer (id int, mail text); CREATE INDEX contact ON customer (mail)");

        assertThat(renamed.refusal("CREATE TABLE customer (id int,\n-- migrate:renamed-from mail expand\nemail text);"
                        + "CREATE INDEX contact ON customer (email)"))
                .startsWith("rename-same-name: index public.contact is on mail");
    }

    private List<String> both(String condition) {
        return database.query("SELECT mail, email FROM customer WHERE " + condition + " ORDER BY id");
    }

    private String refusal(String sql) {
        try {
            database.execute(sql);
            return "";
        } catch (IllegalStateException e) {
            return e.getCause().getMessage();
        }
    }
}
