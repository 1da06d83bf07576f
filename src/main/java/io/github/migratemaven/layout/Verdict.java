package io.github.migratemaven.layout;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.port.ForeignHistory.Ran;
import io.github.migratemaven.port.ForeignHistory.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what another tool's history says, in words that both tools' histories share. */
final class Verdict {
    private final String tool;
    private final Changesets changesets;
    private final List<Ran> ran = new ArrayList<>();
    private final List<Finding> disagreements = new ArrayList<>();
    private final List<Finding> remarks = new ArrayList<>();

    /** @param tool as a person writes it */
    Verdict(String tool, Changesets changesets) {
        this.tool = tool;
        this.changesets = changesets;
    }

    void ran(Migration migration, String execType) {
        ran.add(new Ran(changesets.of(migration), execType));
    }

    boolean has(Migration migration) {
        return ran.stream().anyMatch(r -> r.changeset().identity().equals(migration.identity()));
    }

    /** @param file null where the project has none */
    void failed(String name, Migration file, String cure) {
        disagree("failed", file, name + " failed when " + tool + " ran it, and has not been settled", cure);
    }

    void missing(String name) {
        disagree(
                "missing",
                null,
                tool + " has applied " + name + ", which the project lacks",
                "Bring the file back, or check that this is the right database.");
    }

    void edited(Migration file, String was, String is) {
        disagree(
                "edited",
                file,
                file.identity().id() + " was edited after " + tool + " applied it (checksum was " + was + ", is " + is
                        + ")",
                "Undo the edit, and write a new migration for what it was meant to do.");
    }

    void differs(Migration file, String message, String cure) {
        disagree("differs", file, message, cure);
    }

    private void disagree(String id, Migration file, String message, String cure) {
        disagreements.add(new Finding(
                "history-" + id,
                Severity.ERROR,
                message,
                Optional.ofNullable(file).map(Migration::position),
                List.of(),
                cure));
    }

    void pendingAgain(String name) {
        remark(name + " was rolled back in " + tool + ": it is pending here", "The next deploy runs it.");
    }

    void remark(String message, String suggestion) {
        remarks.add(Finding.of("history-remark", Severity.INFO, message, suggestion));
    }

    Reading reading() {
        return new Reading(ran, disagreements, remarks);
    }
}
