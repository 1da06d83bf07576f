package io.github.migratemaven.roundtrip;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** A change of a project's own that uses the connection itself, and commits where it must not. */
public final class NoteTask implements CustomTaskChange {
    private String word;

    public void setWord(String word) {
        this.word = word;
    }

    @Override
    public void execute(Database database) throws CustomChangeException {
        JdbcConnection connection = (JdbcConnection) database.getConnection();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO note VALUES (?)")) {
            insert.setString(1, word);
            insert.executeUpdate();
            connection.commit();
        } catch (SQLException | DatabaseException e) {
            throw new CustomChangeException(e);
        }
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
