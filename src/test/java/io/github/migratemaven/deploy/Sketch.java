package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.Position;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Changesets, changelogs and histories for tests that need no database. */
final class Sketch {
    static final String PATH = "db/changelog/a.sql";

    private final String id;
    private String path = PATH;
    private String file = "src/main/resources/" + PATH;
    private String checksum = "9:one";
    private boolean runAlways;
    private boolean runOnChange;
    private boolean failOnError = true;
    private boolean ordered = true;
    private boolean preconditions;
    private Changeset.Selection selection = Changeset.Selection.SELECTED;

    private Sketch(String id) {
        this.id = id;
    }

    static Sketch of(String id) {
        return new Sketch(id);
    }

    static Changeset changeset(String id) {
        return of(id).done();
    }

    Sketch in(String newPath) {
        path = newPath;
        file = "src/main/resources/" + newPath;
        return this;
    }

    /** {@code logicalFilePath}: the history's path says nothing about the file. */
    Sketch called(String logicalPath) {
        path = logicalPath;
        return this;
    }

    Sketch checksum(String value) {
        checksum = value;
        return this;
    }

    Sketch runAlways() {
        runAlways = true;
        return this;
    }

    Sketch runOnChange() {
        runOnChange = true;
        return this;
    }

    Sketch mayFail() {
        failOnError = false;
        return this;
    }

    /** {@code runOrder}. */
    Sketch unordered() {
        ordered = false;
        return this;
    }

    Sketch withPreconditions() {
        preconditions = true;
        return this;
    }

    Sketch leftOut() {
        selection = Changeset.Selection.leftOut("context test");
        return this;
    }

    Changeset done() {
        String own = checksum;
        return new Changeset(
                new ChangesetId(id, "me", path),
                new Position(file, 1, 1),
                own,
                stored -> stored == null || stored.equals(own),
                new Changeset.Recorded("", "", "", "", Optional.empty(), "4.33.0"),
                new Changeset.Rules(runAlways, runOnChange, true, failOnError, false, ordered, preconditions),
                selection);
    }

    static Changelog changelog(Changeset... changesets) {
        return new Changelog("db/changelog/a.sql", "src/main/resources/" + PATH, List.of(changesets), List.of());
    }

    static HistoryRow row(String id) {
        return row(id, PATH);
    }

    static HistoryRow row(String id, String path) {
        return row(id, path, "9:one");
    }

    static HistoryRow row(String id, String path, String checksum) {
        return new HistoryRow(
                new ChangesetId(id, "me", path),
                checksum,
                LocalDateTime.of(2026, 1, 2, 3, 4),
                1,
                "EXECUTED",
                "1234567890",
                Optional.empty());
    }
}
