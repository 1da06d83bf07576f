package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The outcome for programs: {@code <goal>.json}, whose keys {@code docs/schema/outcome-1.schema.json} describes. Thread-safe.
 */
public final class JsonReport {
    /**
     * Writes {@code <goal>.json}, replacing the last run's.
     *
     * @param directory made when it is missing
     * @return the file
     * @throws IOException when it cannot be written; an older file is then left as it was
     */
    public Path write(Outcome outcome, Path directory) throws IOException {
        Path file = directory.resolve(outcome.goal() + ".json");
        OutputFile.write(file, text(outcome));
        return file;
    }

    /** The file's text. */
    public String text(Outcome outcome) {
        JsonWriter json = new JsonWriter();
        new OutcomeJson(new JsonFields(json)).write(outcome);
        return json.document();
    }
}
