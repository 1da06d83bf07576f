package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import java.sql.SQLException;
import java.util.Optional;

/** What a driver's exception means to a person. The SQLSTATEs are those of the PostgreSQL manual, appendix A. */
final class ConnectFailures {
    private ConnectFailures() {}

    static MigrateException of(Target target, SQLException error) {
        return new MigrateException(failure(target, error), error);
    }

    private static Failure failure(Target target, SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        String where = target.display();
        String from = " (from " + target.origin() + ")";
        String user = target.user().map(name -> "\"" + name + "\"").orElse("the operating system's user");
        return switch (state) {
            case "28P01" ->
                unreachable(
                        "wrong-password",
                        where + " refused the password of user " + user + from,
                        "Check the password; one that holds @, :, / or # must be percent-encoded in a URL.",
                        state);
            case "28000" ->
                unreachable(
                        "not-authorized",
                        where + " does not let user " + user + " in" + from + ": " + said(error),
                        "Check the role and the server's pg_hba.conf, or add sslmode=require if the server wants TLS.",
                        state);
            case "3D000" ->
                unreachable(
                        "no-database",
                        where + from + ": the server has no such database",
                        "Check the name, or create it: CREATE DATABASE " + Sql.identifier(target.database()) + ";",
                        state);
            case "42501" ->
                Failure.Refused.of(
                        "missing-privilege",
                        "user " + user + " may not connect to " + where + from,
                        "Run as the database's owner: GRANT CONNECT ON DATABASE " + Sql.identifier(target.database())
                                + " TO " + Sql.identifier(target.user().orElse("…")) + ";");
            case "53300" ->
                unreachable(
                        "too-many-connections",
                        where + from + " has no free connection slot",
                        "Close idle connections or raise max_connections, then run again.",
                        state);
            case "57P03" ->
                unreachable(
                        "not-ready",
                        where + from + " is starting up or shutting down",
                        "Run again in a moment.",
                        state);
            default ->
                unreachable(
                        "unreachable",
                        "cannot connect to " + where + from + ": " + said(error),
                        "Check host, port and network, and that the server is running.",
                        state);
        };
    }

    private static Failure unreachable(String code, String message, String hint, String state) {
        return new Failure.Unreachable(code, message, hint, state.isEmpty() ? Optional.empty() : Optional.of(state));
    }

    private static String said(SQLException error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String line = message.strip().replaceAll("\\s+", " ");
        return line.startsWith("FATAL: ") ? line.substring(7) : line;
    }
}
