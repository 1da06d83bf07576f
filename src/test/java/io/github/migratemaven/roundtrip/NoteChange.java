package io.github.migratemaven.roundtrip;

import liquibase.change.custom.CustomSqlChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;

/** A change of a project's own that makes SQL. */
public final class NoteChange implements CustomSqlChange {
    private String word;

    public void setWord(String word) {
        this.word = word;
    }

    @Override
    public SqlStatement[] generateStatements(Database database) {
        return new SqlStatement[] {
            new RawParameterizedSqlStatement("CREATE TABLE note (word text)"),
            new RawParameterizedSqlStatement("INSERT INTO note VALUES ('" + word + "')")
        };
    }

    @Override
    public String getConfirmationMessage() {
        return "noted";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor resources) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
