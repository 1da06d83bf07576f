package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import liquibase.changelog.ChangeLogParameters;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;

/**
 * Finds out by trial which changeset of a YAML or JSON file cannot be read: Liquibase does not say. The file is cut behind one
 * changeset after the other (by halves); the first cut that fails ends with the culprit.
 */
final class FailingEntry {
    private final SourceText source;
    private final List<DeclaredChangeset> declared;
    private final Predicate<String> readable;

    /** @param read the files that were read, the latest first: one of the last two fails, or is the one that includes it */
    static Optional<Position> in(
            List<String> read, SourceFiles files, ProjectResources resources, ChangeLogParameters parameters) {
        return read.stream()
                .limit(3)
                .filter(path -> path.matches("(?i).*\\.(ya?ml|json)"))
                .map(path -> files.text(path)
                        .flatMap(text -> new FailingEntry(
                                        text, files.declarations(path), cut -> reads(path, cut, resources, parameters))
                                .find()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean reads(String path, String cut, ProjectResources resources, ChangeLogParameters parameters) {
        resources.substitute(path, cut);
        try {
            ChangeLogParserFactory.getInstance().getParser(path, resources).parse(path, parameters, resources);
            return true;
        } catch (LiquibaseException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    /** @param readable whether Liquibase reads this text in the place of the file's */
    FailingEntry(SourceText source, List<DeclaredChangeset> declared, Predicate<String> readable) {
        this.source = source;
        this.declared = new ArrayList<>(declared);
        this.readable = readable;
    }

    /** Empty when it is not a changeset that fails. */
    Optional<Position> find() {
        if (declared.isEmpty() || !source.text().isBlank() && reads(declared.size() - 1)) {
            return Optional.empty();
        }
        int good = -1;
        int bad = declared.size() - 1;
        while (bad - good > 1) {
            int middle = (good + bad) / 2;
            if (reads(middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return Optional.of(source.position(declared.get(bad).start()));
    }

    private boolean reads(int last) {
        String cut = source.text().substring(0, declared.get(last).end());
        boolean flow = source.text().stripLeading().startsWith("{");
        return readable.test(flow ? cut + "}]}" : cut + "\n");
    }
}
