package io.github.migratemaven.deploy;

import static io.github.migratemaven.deploy.Sketch.changelog;
import static io.github.migratemaven.deploy.Sketch.changeset;
import static io.github.migratemaven.deploy.Sketch.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.PlannedChangeset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String MAVEN = "src/main/resources/" + Sketch.PATH;

    @Test
    void anEmptyHistoryLeavesEverythingPendingInOrder() {
        Comparison comparison = compare(List.of(), changeset("1"), changeset("2"));

        assertThat(ids(comparison.pending())).containsExactly("1", "2");
        assertThat(planned(comparison)).containsExactly("1", "2");
        assertThat(comparison.outOfOrder()).isEmpty();
    }

    @Test
    void appliedChangesetsAreDone() {
        Comparison comparison = compare(List.of(row("1")), changeset("1"), changeset("2"));

        assertThat(ids(comparison.pending())).containsExactly("2");
        assertThat(comparison.applied().values()).containsExactly(Optional.of(changesetOf(comparison)));
        assertThat(comparison.missing()).isEmpty();
    }

    @Test
    void theIdentityIsIdAuthorAndPath() {
        Changeset elsewhere = Sketch.of("1").in("db/changelog/b.sql").done();

        Comparison comparison = compare(List.of(row("1")), elsewhere);

        assertThat(comparison.pending()).containsExactly(elsewhere);
        assertThat(comparison.missing()).containsExactly(row("1"));
    }

    @Test
    void anotherChecksumIsAnEdit() {
        Changeset edited = Sketch.of("1").checksum("9:two").done();

        Comparison comparison = compare(List.of(row("1")), edited);

        assertThat(comparison.edited()).containsOnlyKeys(edited).containsValue(row("1"));
        assertThat(comparison.planned()).isEmpty();
    }

    @Test
    void aClearedChecksumAcceptsAnyContent() {
        Comparison comparison = compare(
                List.of(row("1", Sketch.PATH, null)),
                Sketch.of("1").checksum("9:two").done());

        assertThat(comparison.edited()).isEmpty();
        assertThat(comparison.planned()).isEmpty();
    }

    @Test
    void rowsThatLiquibaseWritesForItselfAreNobodysChangesets() {
        assertThat(compare(List.of(row("1", "liquibase-internal"))).missing()).isEmpty();
        assertThat(compare(List.of(row("1", "liquibase-internal"))).applied()).isEmpty();
    }

    @Nested
    class WhatRunsAgain {
        @Test
        void runOnChangeWaitsForAChange() {
            assertThat(compare(List.of(row("1")), Sketch.of("1").runOnChange().done())
                            .planned())
                    .isEmpty();
        }

        @Test
        void aChangedRunOnChangeIsPendingAndReplacesItsRow() {
            Changeset changed = Sketch.of("1").runOnChange().checksum("9:two").done();

            Comparison comparison = compare(List.of(row("1")), changed);

            assertThat(comparison.pending()).containsExactly(changed);
            assertThat(comparison.edited()).isEmpty();
            assertThat(comparison.planned()).containsExactly(new PlannedChangeset(changed, Optional.of(row("1"))));
        }

        @Test
        void runAlwaysIsPlannedButLeavesTheDatabaseUpToDate() {
            Changeset always = Sketch.of("1").runAlways().checksum("9:two").done();

            Comparison comparison = compare(List.of(row("1")), always);

            assertThat(comparison.pending()).isEmpty();
            assertThat(comparison.edited()).isEmpty();
            assertThat(planned(comparison)).containsExactly("1");
        }

        @Test
        void aFirstRunOfThemIsSimplyPending() {
            Comparison comparison = compare(
                    List.of(),
                    Sketch.of("1").runAlways().done(),
                    Sketch.of("2").runOnChange().done());

            assertThat(ids(comparison.pending())).containsExactly("1", "2");
        }
    }

    @Nested
    class WhatIsLeftOut {
        @Test
        void ofAContextThatDoesNotRunIsNeitherPendingNorPlanned() {
            Comparison comparison = compare(
                    List.of(row("2"), row("3")),
                    Sketch.of("1").leftOut().done(),
                    Sketch.of("2").leftOut().runAlways().done(),
                    Sketch.of("3").leftOut().runOnChange().checksum("9:two").done());

            assertThat(comparison.planned()).isEmpty();
            assertThat(comparison.missing()).isEmpty();
        }

        /** Liquibase validates through the same filters (DatabaseChangeLog.validate). */
        @Test
        void isNotHeldAgainstItsChecksum() {
            Comparison comparison = compare(
                    List.of(row("1")),
                    Sketch.of("1").leftOut().checksum("9:two").done());

            assertThat(comparison.edited()).isEmpty();
        }

        @Test
        void isNotOutOfOrder() {
            Comparison comparison =
                    compare(List.of(row("2")), Sketch.of("1").leftOut().done(), changeset("2"));

            assertThat(comparison.outOfOrder()).isEmpty();
        }
    }

    @Nested
    class Order {
        @Test
        void aPendingOneBeforeAnAppliedOneIsOutOfOrder() {
            Comparison comparison = compare(List.of(row("2")), changeset("1"), changeset("2"), changeset("3"));

            assertThat(ids(comparison.outOfOrder().keySet())).containsExactly("1");
            assertThat(ids(comparison.pending())).containsExactly("1", "3");
        }

        @Test
        void whatSomethingElseMayHaveHeldBackIsNot() {
            Comparison comparison = compare(
                    List.of(row("9"), row("4", Sketch.PATH, "9:one")),
                    Sketch.of("1").withPreconditions().done(),
                    Sketch.of("2").mayFail().done(),
                    Sketch.of("3").unordered().done(),
                    Sketch.of("4").runOnChange().checksum("9:two").done(),
                    changeset("9"));

            assertThat(comparison.outOfOrder()).isEmpty();
            assertThat(ids(comparison.pending())).containsExactly("1", "2", "3", "4");
        }

        @Test
        void anAppliedOneWhosePlaceSaysNothingMakesNoneOutOfOrder() {
            assertThat(outOfOrderBefore(Sketch.of("2").unordered())).isEmpty();
            assertThat(outOfOrderBefore(Sketch.of("2").runAlways())).isEmpty();
            assertThat(outOfOrderBefore(Sketch.of("2").runOnChange())).isEmpty();
            assertThat(ids(outOfOrderBefore(Sketch.of("2").withPreconditions())))
                    .containsExactly("1");
        }

        private Set<Changeset> outOfOrderBefore(Sketch applied) {
            return compare(List.of(row("2")), changeset("1"), applied.done())
                    .outOfOrder()
                    .keySet();
        }
    }

    @Nested
    class OtherSpellingsOfThePath {
        @Test
        void areTheSameChangesets() {
            for (String spelling : List.of(MAVEN, "classpath:/" + Sketch.PATH, "/" + Sketch.PATH)) {
                Comparison comparison = compare(List.of(row("1", spelling)), changeset("1"));

                assertThat(comparison.pending()).as(spelling).isEmpty();
                assertThat(comparison.missing()).as(spelling).isEmpty();
            }
        }

        @Test
        void areKeptForNewRows() {
            Changeset next = changeset("2");

            assertThat(compare(List.of(row("1", MAVEN)), changeset("1"), next).storedPath(next))
                    .isEqualTo(MAVEN);
            assertThat(compare(List.of(row("1", "classpath:/" + Sketch.PATH)), changeset("1"), next)
                            .storedPath(next))
                    .isEqualTo("classpath:/" + Sketch.PATH);
            assertThat(compare(List.of(row("1")), changeset("1"), next).storedPath(next))
                    .isEqualTo(Sketch.PATH);
            assertThat(compare(List.of(), next).storedPath(next)).isEqualTo(Sketch.PATH);
        }

        @Test
        void ofTheLastRowDecide() {
            Changeset next = changeset("3");
            List<HistoryRow> history = List.of(row("1", MAVEN), row("2"));

            assertThat(compare(history, changeset("1"), changeset("2"), next).storedPath(next))
                    .isEqualTo(Sketch.PATH);
        }

        @Test
        void ofFilesThatTheChangelogLacksSayNothing() {
            Changeset next = changeset("2");
            List<HistoryRow> history = List.of(row("1"), row("old", "classpath:gone/b.sql"));

            assertThat(compare(history, changeset("1"), next).storedPath(next)).isEqualTo(Sketch.PATH);
        }

        @Test
        void doNotTouchALogicalPath() {
            Changeset logical = Sketch.of("2").called("orders/v1").done();
            Changeset next = changeset("3");

            Comparison comparison = compare(List.of(row("1", MAVEN)), changeset("1"), logical);
            assertThat(comparison.storedPath(logical)).isEqualTo("orders/v1");

            Comparison later = compare(List.of(row("1", MAVEN), row("2", "orders/v1")), changeset("1"), logical, next);
            assertThat(later.storedPath(next)).isEqualTo(MAVEN);
        }

        @Test
        void ofTwoFilesThatShareTheirEndAreNotMixedUp() {
            Changeset first = Sketch.of("1").in("orders/resources/001.sql").done();
            Changeset second = Sketch.of("1").in("customers/resources/001.sql").done();

            Comparison comparison = compare(List.of(row("1", "orders/resources/001.sql")), first, second);

            assertThat(comparison.pending()).containsExactly(second);
            assertThat(comparison.missing()).isEmpty();
        }

        @Test
        void ofOneFileInTwoRowsAreOneChangeset() {
            Comparison comparison = compare(List.of(row("1"), row("1", MAVEN)), changeset("1"));

            assertThat(comparison.pending()).isEmpty();
            assertThat(comparison.missing()).isEmpty();
            assertThat(comparison.applied()).hasSize(2);
        }
    }

    private static Changeset changesetOf(Comparison comparison) {
        return comparison.applied().values().iterator().next().orElseThrow();
    }

    private static Comparison compare(List<HistoryRow> history, Changeset... changesets) {
        return Comparison.of(changelog(changesets), history);
    }

    private static List<String> ids(Collection<Changeset> changesets) {
        return changesets.stream().map(c -> c.identity().id()).toList();
    }

    private static List<String> planned(Comparison comparison) {
        return ids(
                comparison.planned().stream().map(PlannedChangeset::changeset).toList());
    }
}
