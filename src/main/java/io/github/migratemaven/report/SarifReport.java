package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;
import java.io.IOException;
import java.nio.file.Path;

/** Findings for code scanning: {@code <goal>.sarif}, in SARIF 2.1.0 (OASIS standard, 27 March 2020). Thread-safe. */
public final class SarifReport {
    /**
     * Writes {@code <goal>.sarif}, replacing the last run's.
     *
     * @param directory made when it is missing
     * @return the file
     * @throws IOException when it cannot be written; an older file is then left as it was
     */
    public Path write(Outcome outcome, Path directory) throws IOException {
        Path file = directory.resolve(outcome.goal() + ".sarif");
        OutputFile.write(file, text(outcome));
        return file;
    }

    /** The file's text. */
    public String text(Outcome outcome) {
        JsonWriter json = new JsonWriter();
        new SarifLog(json).write(outcome);
        return json.document();
    }
}
