package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BranchCheckTest {
    @Test
    void whatIsAddedBehindTheBasesChangesetsIsFine() {
        assertThat(check(of("1", "2", "3"), of("1", "2"), of("1", "2"))).isEmpty();
        assertThat(check(of("1"), of(), of())).isEmpty();
    }

    @Test
    void aRemovedChangesetIsNamed() {
        assertThat(check(of("1"), of("1", "2"), of("1", "2")))
                .containsExactly(
                        "base-removed: main has changeset \"2\" (src/main/resources/db/changelog/a.sql:1:1), which this branch lacks");
    }

    @Test
    void anEditedChangesetIsNamed() {
        Changelog edited = changelog(Sketch.of("1").checksum("9:other").done());

        assertThat(check(edited, of("1"), of("1")))
                .containsExactly(
                        "base-edited: changeset \"1\" is not as main has it: databases that have run it will refuse it");
    }

    @Test
    void whatMayChangeMayChange() {
        assertThat(check(
                        changelog(
                                Sketch.of("1").checksum("9:other").runOnChange().done()),
                        of("1"),
                        of("1")))
                .isEmpty();
    }

    @Test
    void aNewChangesetBeforeOneOfTheBasesIsNamedWithThatOne() {
        assertThat(check(of("1", "new", "2"), of("1", "2"), of("1", "2")))
                .containsExactly(
                        "base-overtaken: the new changeset \"new\" stands before changeset \"2\" (src/main/resources/db/changelog/a.sql:1:1),"
                                + " which main has already");
    }

    @Test
    void whereBothSidesHaveAddedSomethingTheyMustComeTogetherFirst() {
        assertThat(check(of("1", "ours"), of("1"), of("1", "theirs")))
                .containsExactly("base-ahead: main has meanwhile changeset \"theirs\", and this branch adds changeset"
                        + " \"ours\": whether the order holds shows when they are together");
        assertThat(check(of("1"), of("1"), of("1", "theirs"))).isEmpty();
        assertThat(check(of("1", "ours"), of("1"), of("1"))).isEmpty();
    }

    private static List<String> check(Changelog now, Changelog fork, Changelog tip) {
        return new BranchCheck("main", now, fork, tip)
                .findings().stream().map(f -> f.id() + ": " + f.message()).toList();
    }

    private static Changelog of(String... ids) {
        return changelog(Stream.of(ids).map(id -> Sketch.of(id).done()).toArray(Changeset[]::new));
    }

    private static Changelog changelog(Changeset... changesets) {
        return new Changelog("changes.sql", "changes.sql", List.of(changesets), List.of());
    }
}
