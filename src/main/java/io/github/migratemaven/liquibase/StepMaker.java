package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.sql.StepFacts;
import io.github.migratemaven.sql.Unbalanced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.EmptyChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseList;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.SetupException;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;

/** Makes the steps of a changeset: the very text that Liquibase would send, with the place where somebody wrote it. */
final class StepMaker {
    /** Changes that read files or rows, run programs or Java, or print: Liquibase must run them itself. */
    private static final Set<String> ENGINE_ONLY = Set.of(
            "loadData",
            "loadUpdateData",
            "customChange",
            "executeCommand",
            "stop",
            "output",
            "dropAllForeignKeyConstraints");

    /** Statements that are prepared with parameters or computed while they run. */
    private static final Set<String> ENGINE_STATEMENTS = Set.of("ExecutablePreparedStatement", "RuntimeStatement");

    private final PostgresDatabase database;
    private final SourceFiles files;
    private final StepFacts facts;

    StepMaker(PostgresDatabase database, SourceFiles files, int serverMajor) {
        this.database = database;
        this.files = files;
        this.facts = new StepFacts(serverMajor);
    }

    List<Step> steps(TranslatedChangeset translated) {
        ChangeSet changeset = translated.original();
        refuseForeignExecutor(translated);
        database.setObjectQuotingStrategy(changeset.getObjectQuotingStrategy());
        List<Step> steps = new ArrayList<>();
        ChangeSources sources = new ChangeSources(files, translated);
        for (int i = 0; i < changeset.getChanges().size(); i++) {
            Change change = changeset.getChanges().get(i);
            ChangeSources.ChangeSource source = sources.next(change);
            if (runsHere(change)) {
                validate(translated, change, source.position());
                steps.addAll(steps(translated, change, i, source));
            }
        }
        return steps;
    }

    /**
     * Text that somebody wrote is also made into steps: it does not depend on what is in the database.
     *
     * @return the steps, where they were made
     */
    Optional<List<Step>> validate(TranslatedChangeset translated) {
        List<Change> changes = translated.original().getChanges();
        if (changes.stream().allMatch(AbstractSQLChange.class::isInstance)) {
            return Optional.of(steps(translated));
        }
        refuseForeignExecutor(translated);
        ChangeSources sources = new ChangeSources(files, translated);
        for (Change change : changes) {
            Position position = sources.next(change).position();
            if (runsHere(change)) {
                validate(translated, change, position);
            }
        }
        return Optional.empty();
    }

    boolean runsHere(Change change) {
        boolean database = !(change instanceof DbmsTargetedChange targeted)
                || DatabaseList.definitionMatches(targeted.getDbms(), this.database, true);
        return database && change.shouldRunOnOs() && !(change instanceof EmptyChange);
    }

    private void refuseForeignExecutor(TranslatedChangeset translated) {
        String runWith = translated.original().getRunWith();
        if (runWith != null && !runWith.isBlank() && !runWith.equalsIgnoreCase("jdbc")) {
            throw new MigrateException(Failure.InvalidInput.at(
                    translated.changeset().position(),
                    "unsupported-run-with",
                    "changeset \"" + translated.changeset().identity().id() + "\" wants to be run with " + runWith,
                    "Remove runWith and write plain SQL (no backslash commands): every statement goes over the JDBC"
                            + " connection here. Nothing was deployed."));
        }
    }

    void validate(TranslatedChangeset translated, Change change, Position position) {
        ValidationErrors errors;
        try {
            change.finishInitialization();
            errors = change.validate(database);
        } catch (SetupException | RuntimeException e) {
            throw invalid(translated, position, ParseFailures.message(e), e);
        }
        if (errors != null && errors.hasErrors()) {
            throw invalid(translated, position, String.join("; ", errors.getErrorMessages()), null);
        }
    }

    private static MigrateException invalid(
            TranslatedChangeset translated, Position position, String message, Exception cause) {
        return new MigrateException(
                Failure.InvalidInput.at(
                        position,
                        "change-invalid",
                        "changeset \"" + translated.changeset().identity().id() + "\" is not valid: " + message,
                        "Correct it and run mvn migrate:deploy again; nothing was deployed."),
                cause);
    }

    private List<Step> steps(
            TranslatedChangeset translated, Change change, int index, ChangeSources.ChangeSource source) {
        String name = change.getSerializedObjectName();
        Step.Engine byEngine = new Step.Engine(name, describe(change), index, source.position());
        if (ENGINE_ONLY.contains(name) || change.generateStatementsVolatile(database)) {
            return List.of(byEngine);
        }
        return steps(translated, change.generateStatements(database), byEngine, source, false);
    }

    /** The steps of a change in a rollback block; an engine's step has its place in the block. */
    List<Step> rollback(TranslatedChangeset translated, Change change, int index, ChangeSources.ChangeSource source) {
        String name = change.getSerializedObjectName();
        Step.Engine byEngine = new Step.Engine(name, describe(change), index, source.position());
        if (ENGINE_ONLY.contains(name) || change.generateStatementsVolatile(database)) {
            return List.of(byEngine);
        }
        return steps(translated, change.generateStatements(database), byEngine, source, true);
    }

    /** The steps that undo a change for which nobody wrote a rollback block. */
    List<Step> inverse(TranslatedChangeset translated, Change change, int index, ChangeSources.ChangeSource source)
            throws RollbackImpossibleException {
        String name = change.getSerializedObjectName();
        if (!change.supportsRollback(database)) {
            throw new RollbackImpossibleException(name);
        }
        Step.Engine byEngine = new Step.Engine(name, "undone by Liquibase", index, source.position());
        if (name.equals("output") || name.equals("stop")) {
            return List.of();
        }
        if (ENGINE_ONLY.contains(name)) {
            // A custom change may do its work while it is asked for its statements.
            return List.of(byEngine);
        }
        return steps(translated, change.generateRollbackStatements(database), byEngine, source, true);
    }

    private List<Step> steps(
            TranslatedChangeset translated,
            SqlStatement[] statements,
            Step.Engine byEngine,
            ChangeSources.ChangeSource source,
            boolean rollback) {
        List<Step> steps = new ArrayList<>();
        for (SqlStatement statement : statements) {
            if (isEngineStatement(statement.getClass())) {
                return List.of(byEngine);
            }
            Sql[] generated = SqlGeneratorFactory.getInstance().generateSql(statement, database);
            for (Sql sql : generated == null ? new Sql[0] : generated) {
                String text =
                        modified(translated.original(), sql.toSql(), rollback).strip();
                if (!text.isEmpty()) {
                    Step.Sql step = source.step(text, facts.of(text));
                    refuseNul(translated, step);
                    refuseUnbalanced(translated, step);
                    steps.add(step);
                }
            }
        }
        return steps;
    }

    /** It ends a message of the protocol, and so the connection. */
    private static void refuseNul(TranslatedChangeset translated, Step.Sql step) {
        int at = step.sql().indexOf('\0');
        if (at >= 0) {
            int characters = step.sql().codePointCount(0, at);
            throw invalid(
                    translated,
                    step.locate().apply(characters),
                    "its SQL holds a NUL character, which no PostgreSQL text can",
                    null);
        }
    }

    /** Steps are sent together: a quote that one leaves open would swallow the next. */
    private static void refuseUnbalanced(TranslatedChangeset translated, Step.Sql step) {
        Unbalanced.in(step.sql()).ifPresent(open -> {
            int characters = step.sql().codePointCount(0, open.offset());
            throw invalid(translated, step.locate().apply(characters), "a " + open.what() + " is never closed", null);
        });
    }

    private static boolean isEngineStatement(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (ENGINE_STATEMENTS.contains(c.getSimpleName())) {
                return true;
            }
            for (Class<?> i : c.getInterfaces()) {
                if (ENGINE_STATEMENTS.contains(i.getSimpleName())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String describe(Change change) {
        String description = Optional.ofNullable(change.getDescription()).orElse("");
        return description.equals(change.getSerializedObjectName()) ? "" : description.strip();
    }

    /** {@code modifySql}, as Liquibase's own executor applies it. */
    private String modified(ChangeSet changeset, String sql, boolean rollback) {
        String text = sql;
        for (SqlVisitor visitor : changeset.getSqlVisitors()) {
            if (visitor != null
                    && (!rollback || visitor.isApplyToRollback())
                    && DatabaseList.definitionMatches(visitor.getApplicableDbms(), database, true)) {
                text = visitor.modifySql(text, database);
            }
        }
        return text;
    }
}
