package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepTraits;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import liquibase.Scope;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.core.CreateProcedureChange;
import liquibase.change.core.CreateViewChange;
import liquibase.change.core.SQLFileChange;
import liquibase.resource.Resource;

/** Finds, change by change, the text that a changeset's SQL was written in. */
final class ChangeSources {
    private final SourceFiles files;
    private final TranslatedChangeset translated;
    private final String file;
    private final Iterator<DeclaredChangeset.DeclaredChange> declared;

    ChangeSources(SourceFiles files, TranslatedChangeset translated) {
        this.files = files;
        this.translated = translated;
        file = ChangesetTranslation.physicalFile(translated.original());
        declared = translated
                .declared()
                .map(DeclaredChangeset::changes)
                .orElse(List.of())
                .iterator();
    }

    /** The source of the next change; call once for each change, in order. */
    ChangeSource next(Change change) {
        Position changeset = translated.changeset().position();
        Optional<SourceText> text = files.text(file);
        int start = declared.hasNext()
                ? declared.next().start()
                : translated.declared().map(DeclaredChangeset::start).orElse(0);
        Position position = text.filter(t -> translated.declared().isPresent())
                .map(t -> t.position(start))
                .orElse(changeset);
        if (change instanceof SQLFileChange sqlFile) {
            return sqlFile(sqlFile, position);
        }
        boolean writtenSql = change instanceof AbstractSQLChange
                || change instanceof CreateProcedureChange
                || change instanceof CreateViewChange;
        // A file of several changesets, and nobody knows where this one is: better no place than another changeset's.
        boolean lost =
                translated.declared().isEmpty() && !files.declarations(file).isEmpty();
        if (!writtenSql || text.isEmpty() || lost) {
            return new ChangeSource(position, null, null);
        }
        int end = translated
                .declared()
                .map(DeclaredChangeset::end)
                .orElse(text.get().text().length());
        return new ChangeSource(
                position, text.get(), new SqlAlignment(text.get().text(), start, end));
    }

    private ChangeSource sqlFile(SQLFileChange change, Position position) {
        try {
            String path = change.getPath();
            if (Boolean.TRUE.equals(change.isRelativeToChangelogFile())) {
                Resource sibling =
                        Scope.getCurrentScope().getResourceAccessor().get(file).resolveSibling(path);
                path = sibling.getPath();
            }
            Optional<SourceText> text = files.text(path, change.getEncoding());
            if (text.isPresent()) {
                String sql = text.get().text();
                return new ChangeSource(position, text.get(), new SqlAlignment(sql, 0, sql.length()));
            }
        } catch (IOException e) {
            // The change itself reports a file that cannot be read; here only its places are lost.
            return new ChangeSource(position, null, null);
        }
        return new ChangeSource(position, null, null);
    }

    /**
     * @param position the change itself, for statements that nobody wrote
     * @param text null when nobody wrote the statements
     */
    record ChangeSource(Position position, SourceText text, SqlAlignment alignment) {
        Step.Sql step(String sql, StepTraits traits) {
            int[] offsets = text == null ? null : alignment.next(sql);
            if (offsets == null || offsets[0] < 0) {
                return new Step.Sql(sql, position, traits, offset -> position);
            }
            return new Step.Sql(sql, text.position(offsets[0]), traits, characters -> {
                int unit = characters <= 0 ? 0 : utf16(sql, characters);
                return text.position(offsets[unit]);
            });
        }

        private static int utf16(String sql, int characters) {
            int all = sql.codePointCount(0, sql.length());
            return sql.offsetByCodePoints(0, Math.min(characters, all));
        }
    }
}
