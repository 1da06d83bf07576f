package io.github.migratemaven.liquibase;

import java.sql.Connection;
import liquibase.database.jvm.JdbcConnection;

/**
 * Our session's connection in Liquibase's hands: it may run statements, but transactions are ours. Liquibase commits where
 * it likes, and would leave a changeset without its history row if the process died there.
 */
final class BorrowedConnection extends JdbcConnection {
    BorrowedConnection(Connection connection) {
        super(connection);
    }

    @Override
    public void commit() {
        // ours to do
    }

    @Override
    public void rollback() {
        // ours to do
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {
        // ours to do
    }

    @Override
    public boolean getAutoCommit() {
        return false;
    }

    @Override
    public void close() {
        // ours to do
    }

    /** The driver's own would make a parameter of every question mark. */
    @Override
    public String nativeSQL(String sql) {
        return QuestionMarks.undoubled(sql);
    }

    /** Liquibase prints it here and there. */
    @Override
    public String getURL() {
        return "jdbc:postgresql:";
    }
}
