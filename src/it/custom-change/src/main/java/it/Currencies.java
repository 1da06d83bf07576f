package it;

import java.util.stream.Stream;
import liquibase.change.custom.CustomSqlChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;

public class Currencies implements CustomSqlChange {
    @Override
    public SqlStatement[] generateStatements(Database database) {
        return Stream.of("EUR", "CHF")
                .map(code -> new RawSqlStatement("INSERT INTO currency VALUES ('" + code + "')"))
                .toArray(SqlStatement[]::new);
    }

    @Override
    public String getConfirmationMessage() {
        return "currencies loaded";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor files) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
