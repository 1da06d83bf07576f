package io.github.migratemaven.liquibase;

import io.github.migratemaven.liquibase.ChangeSources.ChangeSource;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.RollbackBlock.Kind;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.sql.SqlStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.RawSQLChange;
import liquibase.change.core.SQLFileChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.RollbackImpossibleException;

/** Makes the steps that undo a changeset, as Liquibase's {@code ChangeSet.rollback} would run them. */
final class RollbackMaker {
    private final PostgresDatabase database;
    private final SourceFiles files;
    private final StepMaker maker;

    RollbackMaker(PostgresDatabase database, SourceFiles files, StepMaker maker) {
        this.database = database;
        this.files = files;
        this.maker = maker;
    }

    /** @throws MigrateException with an {@code InvalidInput} when a change of the block is not valid */
    RollbackBlock of(TranslatedChangeset translated) {
        database.setObjectQuotingStrategy(translated.original().getObjectQuotingStrategy());
        return translated.original().hasCustomRollbackChanges() ? declared(translated) : automatic(translated);
    }

    private RollbackBlock declared(TranslatedChangeset translated) {
        ChangeSet changeset = translated.original();
        Optional<SourceText> text = files.text(ChangesetTranslation.physicalFile(changeset));
        Optional<RollbackPlaces.Place> place = text.flatMap(t -> translated
                .declared()
                .flatMap(d -> RollbackPlaces.find(ChangesetTranslation.physicalFile(changeset), t.text(), d)));
        Position position = place.map(p -> text.get().position(p.start()))
                .orElse(translated.changeset().position());
        List<Change> changes = changeset.getRollback().getChanges();
        if (changes.stream().allMatch(EmptyChange.class::isInstance)) {
            return new RollbackBlock(Kind.EMPTY, List.of(), position, "");
        }
        SqlAlignment alignment = place.map(p -> new SqlAlignment(
                        p.text(),
                        p.start(),
                        translated.declared().map(DeclaredChangeset::end).orElseThrow()))
                .orElse(null);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            if (maker.runsHere(change)) {
                maker.validate(translated, change, position);
                steps.addAll(
                        maker.rollback(translated, change, i, source(translated, change, position, text, alignment)));
            }
        }
        return steps.stream().noneMatch(RollbackMaker::doesSomething)
                ? RollbackBlock.none(position, "its rollback block holds no statement")
                : new RollbackBlock(Kind.DECLARED, steps, position, "");
    }

    /** Comments alone are none of the words that declare a rollback empty. */
    private static boolean doesSomething(Step step) {
        return !(step instanceof Step.Sql sql)
                || !SqlStatements.split(sql.sql()).isEmpty();
    }

    private ChangeSource source(
            TranslatedChangeset translated,
            Change change,
            Position position,
            Optional<SourceText> text,
            SqlAlignment alignment) {
        if (change instanceof SQLFileChange) {
            return new ChangeSources(files, translated).next(change);
        }
        boolean written = change instanceof RawSQLChange && alignment != null;
        return written ? new ChangeSource(position, text.get(), alignment) : new ChangeSource(position, null, null);
    }

    private RollbackBlock automatic(TranslatedChangeset translated) {
        Position position = translated.changeset().position();
        List<Change> changes = translated.original().getChanges();
        List<Step> steps = new ArrayList<>();
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change change = changes.get(i);
            if (!maker.runsHere(change)) {
                continue;
            }
            try {
                steps.addAll(maker.inverse(translated, change, i, new ChangeSource(position, null, null)));
            } catch (RollbackImpossibleException e) {
                return RollbackBlock.none(
                        position,
                        "it has no rollback block, and Liquibase knows no opposite of "
                                + change.getSerializedObjectName());
            }
        }
        return new RollbackBlock(Kind.AUTOMATIC, steps, position, "");
    }
}
