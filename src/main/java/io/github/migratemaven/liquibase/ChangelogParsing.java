package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.ProgressListener;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Labels;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParser;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;

/** One reading of a changelog; takes down what it is read from. */
final class ChangelogParsing {
    private static final Pattern EXPRESSION = Pattern.compile("[()!]|\\s(?:and|or|not)\\s", Pattern.CASE_INSENSITIVE);

    private final ChangelogRequest request;
    private final ProgressListener progress;
    private final SourceNotes notes = new SourceNotes();

    ChangelogParsing(ChangelogRequest request, ProgressListener progress) {
        this.request = request;
        this.progress = progress;
    }

    /** @throws MigrateException as {@link io.github.migratemaven.port.ChangelogReader#read} says */
    LoadedChangelog read() {
        ProjectResources resources = resources();
        LiquibaseScope scope = new LiquibaseScope(resources, new NotedClasses(request.classes(), notes), progress);
        try {
            return load(resources, scope);
        } catch (RuntimeException | Error e) {
            scope.close();
            throw e;
        }
    }

    private ProjectResources resources() {
        try {
            return new ProjectResources(request.roots(), request.classes(), notes);
        } catch (FileNotFoundException e) {
            throw new IllegalStateException("a folder vanished: " + e.getMessage(), e);
        }
    }

    private LoadedChangelog load(ProjectResources resources, LiquibaseScope scope) {
        SourceFiles files = new SourceFiles(resources, request.base());
        resources.admitBy(files::admit);
        // Told before Liquibase reads it, which would replace what is not UTF-8.
        Optional<SourceText> root = files.text(request.path());
        if (root.isPresent() && root.get().text().isBlank()) {
            throw empty(root.get().file(), "the changelog is empty");
        }
        PostgresDatabase offline = new PostgresDatabase();
        offline.setConnection(new OfflineConnection("offline:postgresql", resources));
        Contexts contexts = contexts();
        LabelExpression labels = labels();
        DatabaseChangeLog parsed = parse(resources, files, offline, contexts, labels);
        scope.parsedFor(offline);
        if (parsed.getChangeSets().isEmpty()) {
            throw empty(files.shown(request.path()), "the changelog holds no changeset");
        }
        ChangesetTranslation translation = new ChangesetTranslation(files, offline, contexts, labels);
        List<TranslatedChangeset> changesets = translation.translate(parsed);
        Changelog changelog = new Changelog(
                request.path(),
                files.shown(request.path()),
                changesets.stream().map(TranslatedChangeset::changeset).toList(),
                List.of());
        noteCustomChanges(parsed);
        resources.parsed();
        return new LiquibaseLoadedChangelog(
                request, parsed, changelog, changesets, files, scope, new ForeseenSeal(notes, request, progress));
    }

    /** Their checksums are what their classes say, wherever those come from. */
    private void noteCustomChanges(DatabaseChangeLog parsed) {
        boolean custom = parsed.getChangeSets().stream()
                .flatMap(c -> c.getChanges().stream())
                .anyMatch(CustomChangeWrapper.class::isInstance);
        if (custom) {
            notes.doubt("a custom change has a say");
        }
    }

    private DatabaseChangeLog parse(
            ProjectResources resources,
            SourceFiles files,
            PostgresDatabase offline,
            Contexts contexts,
            LabelExpression labels) {
        request.schema().ifPresent(offline::setDefaultSchemaName);
        ChangeLogParameters parameters = new NotedParameters(offline, notes);
        parameters.setContexts(contexts);
        parameters.setLabels(labels);
        request.parameters().forEach(parameters::set);
        try {
            return parsed(parameters, resources);
        } catch (StackOverflowError e) {
            throw IncludeCycle.of(files, resources.trail(), request.path(), e);
        } catch (LiquibaseException | RuntimeException e) {
            List<String> read = resources.trail().stream().distinct().toList();
            throw ParseFailures.known(e)
                    .orElseGet(() -> new ParseFailures(files, read)
                            .of(request.path(), e, FailingEntry.in(read, files, resources, parameters)));
        }
    }

    private DatabaseChangeLog parsed(ChangeLogParameters parameters, ResourceAccessor resources)
            throws LiquibaseException {
        ChangeLogParser parser = ChangeLogParserFactory.getInstance().getParser(request.path(), resources);
        return parser.parse(request.path(), parameters, resources);
    }

    /** Liquibase takes an expression for a name that no changeset has, and so leaves out all that have a context. */
    private Contexts contexts() {
        if (EXPRESSION.matcher(request.contexts()).find()) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "bad-parameter",
                    "migrate.contexts has the value \"" + request.contexts() + "\", which is no list of contexts",
                    "Write names with commas between them: prod,seed. Expressions stand in the changesets."));
        }
        return new Contexts(request.contexts());
    }

    private LabelExpression labels() {
        try {
            LabelExpression labels = new LabelExpression(request.labels());
            labels.matches(new Labels("any"));
            return labels;
        } catch (RuntimeException e) {
            throw new MigrateException(
                    Failure.InvalidInput.of(
                            "bad-parameter",
                            "migrate.labels has the value \"" + request.labels() + "\", which is no label expression",
                            "Write labels with and, or, not and brackets: v1 and (hotfix or !slow)."),
                    e);
        }
    }

    private static MigrateException empty(String file, String message) {
        return new MigrateException(Failure.InvalidInput.at(
                Position.ofFile(file),
                "changelog-empty",
                message,
                "Write a first changeset, or point -Dmigrate.changelog at the right file."));
    }
}
