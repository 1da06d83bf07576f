package io.github.migratemaven.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(TestDatabases.class)
class RoundTripTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void bothWaysEndWithTheSameDatabase(Example example, TestDatabase ours, TestDatabase theirs) {
        Example.Source source = example.in(folder);

        Outcome outcome = new Ours(source).deploy(ours);
        new Stock(source).update(theirs);

        assertThat(outcome.error()).isEmpty();
        assertSame(ours, theirs);
    }

    @ParameterizedTest
    @EnumSource
    void stockLiquibaseFindsOurDatabaseInOrder(Example example, TestDatabase ours, TestDatabase theirs) {
        Example.Source source = example.in(folder);
        Stock stock = new Stock(source);
        assertThat(new Ours(source).deploy(ours).error()).isEmpty();
        stock.update(theirs);

        // Some changesets are pending for ever with Liquibase: a precondition to wait for, a failure that is allowed.
        assertThat(stock.pending(ours)).isEqualTo(stock.pending(theirs));
        List<String> before = Contents.historyWithTimes(ours);
        stock.update(ours);
        stock.update(theirs);

        assertSame(ours, theirs);
        if (example != Example.FLEET && example != Example.CLINIC) { // these have runAlways
            assertThat(Contents.historyWithTimes(ours)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfStockLiquibasesIsUpToDateForUs(Example example, TestDatabase theirs, TestDatabase ours) {
        Example.Source source = example.in(folder);
        new Stock(source).update(theirs);
        assertThat(new Ours(source).deploy(ours).error()).isEmpty();
        List<String> before = Contents.historyWithTimes(theirs);

        assertThat(new Ours(source).status(theirs).states())
                .isEqualTo(new Ours(source).status(ours).states());
        Outcome again = new Ours(source).deploy(theirs);

        assertThat(again.error()).isEmpty();
        assertThat(again.applied()).extracting(AppliedChangeset::execType).allMatch("RERAN"::equals);
        if (example != Example.FLEET && example != Example.CLINIC) {
            assertThat(new Ours(source).status(theirs).states()).containsExactly(State.UP_TO_DATE);
            assertThat(again.applied()).isEmpty();
            assertThat(Contents.historyWithTimes(theirs)).isEqualTo(before);
        }
        assertThat(new Ours(source).deploy(ours).error()).isEmpty();
        assertSame(theirs, ours);
    }

    @ParameterizedTest
    @EnumSource
    void whatStockLiquibaseBeganWeFinish(Example example, TestDatabase begun, TestDatabase theirs) {
        Example.Source source = example.in(folder);
        Stock stock = new Stock(source);
        stock.update(theirs);
        stock.update(begun, stock.pending(begun).size() / 2);
        int half = Contents.history(begun).size();

        Outcome outcome = new Ours(source).deploy(begun);

        assertThat(outcome.error()).isEmpty();
        assertThat(half).isBetween(2, Contents.history(begun).size() - 2);
        assertEndsAlike(example, begun, theirs, stock);
    }

    @ParameterizedTest
    @EnumSource
    void whatWeBeganStockLiquibaseFinishes(Example example, TestDatabase begun, TestDatabase theirs) {
        Example.Source source = example.in(folder);
        Stock stock = new Stock(source);
        stock.update(theirs);
        List<String> history = Contents.history(theirs);
        Interruption.inHistory(begun, history.get(history.size() / 2));

        Outcome broken = new Ours(source).deploy(begun);
        assertThat(broken.error()).isPresent();
        Interruption.over(begun);
        assertThat(Contents.history(begun)).hasSizeBetween(2, history.size() - 2);
        stock.update(begun);

        assertEndsAlike(example, begun, theirs, stock);
    }

    /** What runs always has run once more where there were two runs. */
    private static void assertEndsAlike(Example example, TestDatabase begun, TestDatabase theirs, Stock stock) {
        if (example == Example.FLEET || example == Example.CLINIC) {
            assertThat(Contents.of(begun).catalogue())
                    .isEqualTo(Contents.of(theirs).catalogue());
            assertThat(stock.pending(begun)).isEqualTo(stock.pending(theirs));
        } else {
            assertSame(begun, theirs);
        }
    }

    private static void assertSame(TestDatabase one, TestDatabase other) {
        Contents expected = Contents.of(other);
        Contents actual = Contents.of(one);
        assertThat(actual.history()).isEqualTo(expected.history());
        assertThat(actual.catalogue().keySet()).isEqualTo(expected.catalogue().keySet());
        assertThat(actual.catalogue()).isEqualTo(expected.catalogue());
        assertThat(actual.tables()).isEqualTo(expected.tables());
    }
}
