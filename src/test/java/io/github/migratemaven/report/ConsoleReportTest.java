package io.github.migratemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleReportTest {

    @Test
    void statusOfACurrentSchemaEndsWithTheStableLine() {
        assertThat(String.join("\n", plain(Outcomes.upToDate()))).isEqualTo("""
                Database  db.example.com:5432/shop, schema app
                Server    PostgreSQL 15.18, as deployer
                Target    production, address from DIRECT_URL

                State     up-to-date
                Applied   3 changesets
                Pending   none
                Last run  deploy succeeded 2026-11-20 08:15:02 UTC in 3.4 s, by ada, commit 1a2b3c4d
                          from https://github.com/acme/shop/actions/runs/8211

                Applied
                  ID                    AUTHOR   SERVER TIME           HOW     WHERE
                  0019-customer-email   ada      2026-11-12 09:30:11           …0019-customer-email.sql:3
                  0020-order-view       grace    2026-11-20 08:15:03   reran   src/…/0020-order-view.sql:3
                  0021-order-index      grace    2026-11-20 08:15:04           src/…/0021-order-index.sql:3

                Database schema is up to date""");
    }

    @Test
    void statusOfATroubledSchemaSaysWhatIsWrongWhereAndWhatNext() {
        assertThat(plain(Outcomes.trouble()))
                .containsSubsequence(
                        "State     edited    an applied changeset was edited",
                        "          missing   the database has changesets that the changelog lacks",
                        "          pending   changesets wait to be applied",
                        "Applied   9 changesets",
                        "Pending   2 changesets",
                        "          canceling statement",
                        "Pending",
                        "  0022-add-note       ada      src/main/resources/db/changelog/0022-add-note.sql:3",
                        "Applied, the last 5",
                        "  0009-gone    linus    2026-11-13 17:00:00   mark ran   not in the changelog",
                        "Findings",
                        "  error     edited  src/main/resources/db/changelog/0003-table.sql:3:1",
                        "  next      Put the old text back and write the change as a new changeset.");
        assertThat(plain(Outcomes.trouble())).doesNotContain(ConsoleReport.UP_TO_DATE);
    }

    @Test
    void planShowsEachStepWithItsLineLockAndRisk() {
        assertThat(plain(Outcomes.plan()))
                .containsSubsequence(
                        "Plan      3 changesets (4 steps); plan.sql has them in full",
                        "1. 0022-add-note by ada",
                        "    where      src/main/resources/db/changelog/0022-add-note.sql:3",
                        "    runs       in one transaction",
                        "    line 4     ALTER TABLE orders",
                        "                   ADD COLUMN note text",
                        "    lock       ACCESS EXCLUSIVE on orders",
                        "    risk       waits behind every open transaction that touches the table",
                        "2. 0023-order-index by grace",
                        "    runs       without a transaction: a failure leaves the steps before it in place",
                        "    line 9     loadData: countries from db/data/countries.csv");
    }

    @Test
    void planCutsALongStatementAndSaysSo() {
        ChangesetId id = Outcomes.id("big", "ada");
        Position at = Outcomes.at("big", 1, 1);
        Outcomes plan = Outcomes.of("plan", State.PENDING)
                .planned(id, at, List.of(), Outcomes.sql(id, at, "SELECT 1\n".repeat(500), true, "", ""));
        assertThat(plain(plan)).filteredOn(l -> l.endsWith("SELECT 1")).hasSize(7);
        assertThat(plain(plan)).contains("               … 493 more lines");
    }

    @Test
    void deployShowsWhatEachChangesetTookAndWhichStepHeldItUp() {
        assertThat(plain(Outcomes.deployed()))
                .containsSubsequence(
                        "       12 ms   0022-add-note       ada      src/…/resources/db/changelog/0022-add-note.sql:3",
                        "  2 min 05 s   0024-order-index    grace    src/…/db/changelog/0024-order-index.sql:3",
                        "Slowest steps",
                        "  2 min 05 s   CREATE INDEX CONCURRENTLY orders_cus…   src/…/0024-order-index.sql:4:1",
                        "Deployed  3 changesets (3 steps) in 2 min 05 s",
                        "Database schema is up to date");
    }

    @Test
    void stepsThatAreAllAlikeAreNotCalledSlow() {
        Outcomes even = Outcomes.of("deploy", State.UP_TO_DATE)
                .deployed("a", "ada", 900, "SELECT 1")
                .deployed("b", "ada", 1_000, "SELECT 2");
        assertThat(plain(even)).doesNotContain("Slowest steps");
    }

    @Test
    void failedDeployEndsWithPlaceCauseAndCure() {
        List<String> lines = plain(Outcomes.failedDeploy());
        assertThat(lines.subList(lines.size() - 6, lines.size()))
                .containsExactly(
                        "Error     step-failed (SQLSTATE 42703)",
                        "          in changeset 0023-order-status by grace",
                        "          src/main/resources/db/changelog/0023-order-status.sql:14:9",
                        "          column \"customer\" does not exist",
                        "          Hint: Perhaps you meant to reference the column \"orders.customer_id\".",
                        "Next      Correct the statement and deploy again; the changeset was rolled back as a whole.");
    }

    @Test
    void unreachableTargetGetsNoCountsSinceNobodyKnowsThem() {
        assertThat(plain(Outcomes.unreachable()))
                .contains("Server    not reached", "State     unreachable   the database cannot be reached")
                .noneMatch(l -> l.startsWith("Pending") || l.startsWith("Applied"));
    }

    @Test
    void outcomeWithoutATargetHasNoHeading() {
        Outcomes none = Outcomes.of("status", State.UNREACHABLE);
        none.target = Optional.empty();
        assertThat(plain(none)).containsExactly("State     unreachable   the database cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "verify", "plan", "deploy", "resolve"})
    void stableLineIsExactAndUncolouredInEveryGoal(String goal) {
        for (boolean colour : List.of(false, true)) {
            List<String> lines = new ConsoleReport(colour)
                    .lines(Outcomes.of(goal, State.UP_TO_DATE).build());
            assertThat(lines).last().isEqualTo("Database schema is up to date");
        }
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = "UP_TO_DATE", mode = EnumSource.Mode.EXCLUDE)
    void everyOtherStateIsNamedWithItsMeaningAndNeverCalledUpToDate(State state) {
        List<String> lines = plain(Outcomes.of("status", state));
        assertThat(lines).contains("State     " + state.word() + "   " + state.meaning());
        assertThat(lines).doesNotContain(ConsoleReport.UP_TO_DATE);
    }

    @Test
    void longListsAreCutAndTheRestCounted() {
        Outcomes many = Outcomes.of("status", State.PENDING);
        for (int i = 0; i < 5_000; i++) {
            many.pending("c" + i, "ada");
        }
        assertThat(plain(many)).hasSizeLessThan(70).contains("  … and 4950 more: status.json has them all");
    }

    @Test
    void coloursAreWrittenOnlyWhenAskedForAndChangeNothingElse() {
        assertThat(String.join("\n", plain(Outcomes.trouble()))).doesNotContain("\u001b");
        List<String> coloured = new ConsoleReport(true).lines(Outcomes.trouble().build());
        assertThat(coloured).anyMatch(l -> l.contains("\u001b[31medited "));
        assertThat(coloured.stream().map(l -> l.replaceAll("\u001b\\[\\d+m", "")))
                .isEqualTo(plain(Outcomes.trouble()));
    }

    static Stream<Outcomes> everything() {
        return Stream.of(
                Outcomes.upToDate(),
                Outcomes.trouble(),
                Outcomes.plan(),
                Outcomes.deployed(),
                Outcomes.failedDeploy(),
                Outcomes.unreachable(),
                Nasty.outcome("status"),
                Nasty.outcome("verify"),
                Nasty.outcome("plan"),
                Nasty.outcome("deploy"),
                Nasty.outcome("resolve"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyLineFitsBehindALoggersPrefixAndIsOneLine(Outcomes outcomes) {
        assertThat(plain(outcomes)).allSatisfy(line -> {
            assertThat(line.codePointCount(0, line.length())).as(line).isLessThanOrEqualTo(93);
            assertThat(line)
                    .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u202e]")
                    .doesNotEndWith(" ");
        });
    }

    @ParameterizedTest
    @MethodSource("everything")
    void noLineSpeaksToACiServer(Outcomes outcomes) {
        assertThat(plain(outcomes))
                .noneMatch(l -> l.stripLeading().startsWith("::"))
                .noneMatch(l -> l.contains("##[") || l.contains("##vso[") || l.contains("##teamcity["));
    }

    @Test
    void escapeCodesOfAServersMessageAreShownNotObeyed() {
        Outcomes failed = Outcomes.of("deploy", State.PENDING);
        failed.error = Optional.of(Failure.Refused.of("odd", "\u001b[2Jgone\u0007", "Look."));
        assertThat(plain(failed)).contains("          \\u001b[2Jgone\\u0007");
    }

    @Test
    void longPathKeepsItsNameAndAnIdItsTwoEnds() {
        Outcomes status = Outcomes.of("status", State.PENDING)
                .pending(
                        new ChangesetId("start" + "x".repeat(200) + "finish", "ada", "p"),
                        new Position("modules/" + "deep/".repeat(40) + "0001-orders.sql", 7, 1));
        assertThat(plain(status))
                .anyMatch(l -> l.matches("  startx+…x+finish {3}ada {6}modules/…/(deep/)+0001-orders\\.sql:7"));
    }

    @Test
    void findingWithoutAPlaceOrASuggestionLeavesThemOut() {
        Outcomes status = Outcomes.of("status", State.DRIFTED)
                .finding(Finding.of("drifted", Severity.INFO, "Table app.t changed.", ""));
        List<String> lines = plain(status);
        assertThat(lines.subList(lines.indexOf("Findings"), lines.size()))
                .containsExactly("Findings", "  info      drifted", "            Table app.t changed.");
    }

    private static List<String> plain(Outcomes outcomes) {
        return new ConsoleReport(false).lines(outcomes.build());
    }
}
