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

/** Findings for code scanning: {@code <goal>.sarif}, in SARIF 2.1.0 (OASIS standard, 27 March 2020). Thread-safe. */
public final class SarifReport {
    private final JsonFactory factory = new JsonFactory();

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

    /** The file's text: pretty-printed with {@code \n} on every system. */
    public String text(Outcome outcome) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            generator.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            new SarifLog(generator).write(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.append('\n').toString();
    }
}
