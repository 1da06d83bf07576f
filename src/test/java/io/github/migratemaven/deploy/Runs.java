package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestProject;
import java.util.List;

/** Runs goals on a project and tells whether the fingerprint was enough for them. */
record Runs(TestProject project, TestDatabase database) {
    /** Nothing to do, and known without reading the changelog. */
    Outcome deployFast() {
        return deploy(true);
    }

    Outcome deployReading() {
        return deploy(false);
    }

    private Outcome deploy(boolean fast) {
        awaitEnd();
        int before = project.said().size();
        Outcome outcome = project.deploy();
        List<String> said = project.said().subList(before, project.said().size());
        assertThat(said.toString().contains("nothing has changed"))
                .as("whether the fingerprint was enough: %s", said)
                .isEqualTo(fast);
        return outcome;
    }

    Outcome statusFast() {
        return status(true);
    }

    Outcome statusReading() {
        return status(false);
    }

    /** The last run's catalogue is fetched only by who has to compare it. */
    private Outcome status(boolean fast) {
        awaitEnd();
        Outcome outcome = project.status();
        boolean enough = outcome.lastRun().map(r -> r.catalogue().isEmpty()).orElse(false);
        assertThat(enough).as("whether the fingerprint was enough").isEqualTo(fast);
        return outcome;
    }

    /** A back end frees its lock a moment after its client has left; until then nobody can be sure of anything. */
    private void awaitEnd() {
        database.await("NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND database ="
                + " (SELECT oid FROM pg_database WHERE datname = current_database()))");
    }
}
