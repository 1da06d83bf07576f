package io.github.migratemaven.report;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Masked;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The edits that would get rid of findings: shown and kept as {@code <goal>.patch}, never applied. */
public final class FixReport {
    private final Path outputDirectory;
    private final Consumer<String> line;

    public FixReport(Path outputDirectory, Consumer<String> line) {
        this.outputDirectory = outputDirectory;
        this.line = line;
    }

    /**
     * Replaces the last run's patch; without an edit there is none.
     *
     * @param patch a unified diff; empty string when nothing can be fixed without a person
     * @throws IOException when the file cannot be written
     */
    public void publish(Outcome outcome, String patch) throws IOException {
        Path file = outputDirectory.resolve(outcome.goal() + ".patch");
        line.accept("");
        if (patch.isEmpty()) {
            Files.deleteIfExists(file);
            line.accept("No edits to show.");
        } else {
            OutputFile.write(file, patch);
            line.accept("Edits, to be applied in the folder that was read, with git apply "
                    + Printable.line(file.toString()));
            line.accept("");
            patch.lines().map(FixReport::shown).forEach(line);
        }
        line.accept("");
        byHand(outcome.findings());
    }

    /** Tabs stay: a recipe's line has one. Passwords of the file go into the patch only. */
    private static String shown(String text) {
        String safe = Arrays.stream(Masked.text(text).split("\t", -1))
                .map(Printable::line)
                .collect(Collectors.joining("\t"));
        return Printable.logged(safe);
    }

    private void byHand(List<Finding> findings) {
        for (Finding finding : findings) {
            String why = finding.fix().map(Finding.Fix::byHand).orElse("");
            if (finding.severity() == Severity.ERROR && !why.isEmpty()) {
                String where = finding.position().map(Object::toString).orElse("");
                line.accept(
                        Printable.logged(Printable.line("By hand: " + where + " " + finding.id() + ": " + why + ".")));
            }
        }
    }
}
