package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.SqlFailure;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.precondition.core.PreconditionContainer.ErrorOption;
import liquibase.precondition.core.PreconditionContainer.FailOption;

/** Liquibase at work on a session of ours. */
final class LiquibaseEngine implements MigrationEngine {
    private final DatabaseChangeLog parsed;
    private final Map<ChangesetId, TranslatedChangeset> changesets = new HashMap<>();
    private final PostgresDatabase database;
    private final StepMaker steps;
    private final RollbackMaker rollbacks;
    /** Steps made by the validation; {@link #steps} makes new ones when it is asked again. */
    private final Map<ChangesetId, List<Step>> validated = new HashMap<>();

    LiquibaseEngine(
            ChangelogRequest request,
            DatabaseChangeLog parsed,
            List<TranslatedChangeset> translated,
            SourceFiles files,
            Session session) {
        this.parsed = parsed;
        translated.forEach(t -> changesets.put(t.changeset().identity(), t));
        database = new PostgresDatabase();
        database.setConnection(new BorrowedConnection(session.unwrap(Connection.class)));
        try {
            request.schema().ifPresent(schema -> database.setDefaultSchemaName(schema));
            database.setLiquibaseSchemaName(session.facts().schema());
        } catch (RuntimeException e) {
            throw new IllegalStateException("Liquibase does not take the session: " + e.getMessage(), e);
        }
        steps = new StepMaker(database, files, session.facts().major());
        rollbacks = new RollbackMaker(database, files, steps);
    }

    @Override
    public void validate(List<Changeset> planned) {
        for (Changeset changeset : planned) {
            if (!changeset.rules().markRanWhenInvalid()) {
                steps.validate(original(changeset)).ifPresent(made -> validated.put(changeset.identity(), made));
            }
        }
    }

    @Override
    public Precondition changelogPrecondition() {
        return check(parsed.getPreconditions(), null);
    }

    @Override
    public Precondition precondition(Changeset changeset) {
        ChangeSet original = original(changeset).original();
        return check(original.getPreconditions(), original);
    }

    private Precondition check(PreconditionContainer container, ChangeSet changeset) {
        if (container == null || container.getNestedPreconditions().isEmpty()) {
            return new Precondition(Verdict.RUN, "");
        }
        try {
            // What this run has written meanwhile must count for changeSetExecuted and the like.
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .getChangeLogService(database)
                    .reset();
            container.check(database, parsed, changeset, null);
            return new Precondition(Verdict.RUN, "");
        } catch (PreconditionFailedException e) {
            String why = String.join(
                    "; ",
                    e.getFailedPreconditions().stream().map(p -> p.getMessage()).toList());
            return new Precondition(verdict(container.getOnFail()), "a precondition does not hold: " + line(why));
        } catch (PreconditionErrorException e) {
            String why = String.join(
                    "; ",
                    e.getErrorPreconditions().stream()
                            .map(p -> ServerWords.of(p.getCause())
                                    .map(ServerWords::message)
                                    .orElseGet(() -> ParseFailures.message(p.getCause())))
                            .toList());
            return new Precondition(verdict(container.getOnError()), "a precondition cannot be checked: " + line(why));
        }
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Verdict verdict(FailOption option) {
        return switch (option.toString()) {
            case "CONTINUE" -> Verdict.SKIP;
            case "MARK_RAN" -> Verdict.MARK_RAN;
            case "WARN" -> Verdict.RUN;
            default -> Verdict.HALT;
        };
    }

    private static Verdict verdict(ErrorOption option) {
        return switch (option.toString()) {
            case "CONTINUE" -> Verdict.SKIP;
            case "MARK_RAN" -> Verdict.MARK_RAN;
            case "WARN" -> Verdict.RUN;
            default -> Verdict.HALT;
        };
    }

    @Override
    public List<Step> steps(Changeset changeset) {
        List<Step> made = validated.remove(changeset.identity());
        return made == null ? steps.steps(original(changeset)) : made;
    }

    @Override
    public Optional<List<Step>> writtenSteps(Changeset changeset) {
        return Optional.ofNullable(validated.get(changeset.identity()));
    }

    @Override
    public void execute(Changeset changeset, Step.Engine step) throws SqlFailure {
        ChangeSet original = original(changeset).original();
        Change change = original.getChanges().get(step.index());
        try {
            database.setObjectQuotingStrategy(original.getObjectQuotingStrategy());
            database.executeStatements(change, parsed, original.getSqlVisitors());
        } catch (LiquibaseException | RuntimeException e) {
            throw failure(step, e);
        }
    }

    @Override
    public RollbackBlock rollback(Changeset changeset) {
        return rollbacks.of(original(changeset));
    }

    @Override
    public void executeRollback(Changeset changeset, Step.Engine step) throws SqlFailure {
        ChangeSet original = original(changeset).original();
        try {
            database.setObjectQuotingStrategy(original.getObjectQuotingStrategy());
            if (original.hasCustomRollbackChanges()) {
                Change change = original.getRollback().getChanges().get(step.index());
                database.executeRollbackStatements(change.generateStatements(database), original.getSqlVisitors());
            } else {
                database.executeRollbackStatements(original.getChanges().get(step.index()), original.getSqlVisitors());
            }
        } catch (LiquibaseException | RuntimeException e) {
            throw failure(step, e);
        }
    }

    private static SqlFailure failure(Step.Engine step, Exception error) {
        return ServerWords.of(error)
                .map(words -> words.failure(error))
                .orElseGet(() -> new SqlFailure(
                        (step.change().equals("stop") ? "" : step.change() + ": ") + ParseFailures.message(error),
                        null,
                        null,
                        null,
                        -1,
                        -1,
                        error));
    }

    private TranslatedChangeset original(Changeset changeset) {
        TranslatedChangeset found = changesets.get(changeset.identity());
        if (found == null) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "unknown-changeset",
                    "changeset " + changeset.identity() + " is not in the changelog",
                    "Check the id with mvn migrate:status."));
        }
        return found;
    }
}
