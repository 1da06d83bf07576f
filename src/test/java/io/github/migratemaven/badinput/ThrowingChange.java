package io.github.migratemaven.badinput;

import liquibase.change.custom.CustomSqlChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;

/** A change of a project's own, with a bug in it. */
public final class ThrowingChange implements CustomSqlChange {
    @Override
    public SqlStatement[] generateStatements(Database database) {
        throw new IllegalStateException("no currency is configured");
    }

    @Override
    public String getConfirmationMessage() {
        return "done";
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
