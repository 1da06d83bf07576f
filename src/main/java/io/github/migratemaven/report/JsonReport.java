package io.github.migratemaven.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.migratemaven.model.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The outcome for programs: {@code <goal>.json}, whose keys {@code docs/schema/outcome-1.schema.json} describes. Thread-safe.
 */
public final class JsonReport {
    private final JsonFactory factory = new JsonFactory();

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

    /** The file's text: pretty-printed with {@code \n} on every system, so that two runs can be compared. */
    public String text(Outcome outcome) {
        // Not straight to UTF-8: that generator refuses broken surrogates, which a database name may hold.
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            generator.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            new OutcomeJson(new JsonFields(generator)).write(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.append('\n').toString();
    }
}
