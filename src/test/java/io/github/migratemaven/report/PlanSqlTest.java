package io.github.migratemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanSqlTest {

    @Test
    void transactionalChangesetStandsBetweenBeginAndCommit() {
        assertThat(text(Outcomes.plan())).contains("""
                -- changeset 0022-add-note by ada
                -- at        src/main/resources/db/changelog/0022-add-note.sql:3:1
                -- path      db/changelog/0022-add-note.sql
                -- runs      in one transaction

                BEGIN;

                -- step      src/main/resources/db/changelog/0022-add-note.sql:4:1
                -- lock      ACCESS EXCLUSIVE on orders
                -- risk      waits behind every open transaction that touches the table
                ALTER TABLE orders
                    ADD COLUMN note text;
                """).contains("$$ -- last; words\n;\n\nCOMMIT;\n");
    }

    @Test
    void stepOutsideATransactionStandsAloneAndAnEnginesStepIsAComment() {
        assertThat(text(Outcomes.plan())).contains("""
                -- note      runs without a transaction since CREATE INDEX CONCURRENTLY needs it

                -- step      src/main/resources/db/changelog/0023-order-index.sql:4:1
                -- lock      SHARE UPDATE EXCLUSIVE on orders
                CREATE INDEX CONCURRENTLY orders_customer ON orders (customer_id);
                """).contains("""
                -- engine    loadData: countries from db/data/countries.csv
                """);
    }

    @Test
    void headingSaysWhatIsMissingAndStopsPsqlAtTheFirstError() {
        assertThat(text(Outcomes.plan()))
                .startsWith(
                        "-- Plan for db.example.com:5432/shop\n-- 3 changesets, 4 steps, planned at 2026-11-22T10:00:00Z\n")
                .contains(
                        "The history rows are not included", "Not complete", "\\set ON_ERROR_STOP on\n", "E'\"app\"'");
    }

    @Test
    void changesetOfBothKindsOpensATransactionOnlyWhereItHasOne() {
        ChangesetId id = Outcomes.id("mixed", "ada");
        Position at = Outcomes.at("mixed", 1, 1);
        String text = text(Outcomes.of("plan", State.PENDING)
                .planned(
                        id,
                        at,
                        List.of(),
                        Outcomes.sql(id, at, "SELECT 1", true, "", ""),
                        Outcomes.sql(id, at, "VACUUM", false, "", ""),
                        Outcomes.sql(id, at, "SELECT 2", true, "", "")));
        assertThat(text.lines().filter(l -> !l.startsWith("--") && !l.isEmpty()).skip(3))
                .containsExactly("BEGIN;", "SELECT 1;", "COMMIT;", "VACUUM;", "BEGIN;", "SELECT 2;", "COMMIT;");
    }

    @Test
    void emptyPlanIsAFileOfCommentsOnly() {
        assertThat(text(Outcomes.of("plan", State.UP_TO_DATE)).lines()).allMatch(l -> l.startsWith("--"));
    }

    @Test
    void nothingThatAChangelogSaysLeavesItsComment() {
        ChangesetId id = new ChangesetId("x\nDROP TABLE a;", "y\r\\! touch b", "z\u2028DROP");
        Position at = new Position("f\nDROP TABLE c;.sql", 1, 1);
        Outcomes plan = Outcomes.of("plan", State.PENDING)
                .planned(
                        id,
                        at,
                        List.of("n\n\nDROP TABLE d;"),
                        Outcomes.sql(id, at, "SELECT 1", true, "l\rDROP", "r\nDROP"),
                        Outcomes.engine(id, at, "loadData", "e\nDROP TABLE f;"));
        assertThat(text(plan).split("\\R"))
                .filteredOn(l -> !l.startsWith("--") && !l.isBlank())
                .hasSize(6)
                .noneMatch(l -> l.contains("DROP") || l.contains("touch"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            SELECT 1              ~ SELECT 1;
            SELECT 1;             ~ SELECT 1;
            SELECT 1 -- one;      ~ SELECT 1 -- one;|;
            SELECT 1 -- one       ~ SELECT 1 -- one|;
            SELECT '--'           ~ SELECT '--'|;
            -- one|SELECT 1       ~ -- one|SELECT 1;
            """)
    void everyStatementEndsWithASemicolonThatCounts(String sql, String expected) {
        SqlText text = new SqlText();
        text.statement(sql.replace('|', '\n'));
        assertThat(text).hasToString(expected.replace('|', '\n') + "\n");
    }

    @Test
    void schemaWithQuotesStaysOneIdentifier() {
        SqlText text = new SqlText();
        text.searchPath("a\"b'c\\d");
        assertThat(text.toString()).contains("E'\"a\"\"b''c\\\\d\"'");
    }

    private static String text(Outcomes outcomes) {
        return new PlanSql().text(outcomes.build());
    }
}
