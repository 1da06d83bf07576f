package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.TargetDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** Opens sessions on one PostgreSQL database. */
public final class PostgresTarget implements TargetDatabase {
    /** Server 14+: a killed client's statement ends, and frees its locks, within this many milliseconds. */
    private static final int CONNECTION_CHECK_MILLIS = 500;

    private final Target target;
    private final String toolVersion;
    private final boolean allowPooler;

    /** @param allowPooler whether a pooled connection is accepted for a deploy */
    public PostgresTarget(Target target, String toolVersion, boolean allowPooler) {
        this.target = target;
        this.toolVersion = toolVersion;
        this.allowPooler = allowPooler;
    }

    @Override
    public Session openReadOnly() {
        Connection connection = connect("status");
        try {
            SimpleQuery server = new SimpleQuery(connection);
            OpenedServer opened = ask(connection, server, "SET default_transaction_read_only = on;\n");
            new Refusals(target, opened).checkReadable();
            return new PostgresSession(target, connection, server, opened);
        } catch (SQLException | SqlFailure e) {
            throw closing(connection, e);
        } catch (RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    @Override
    public DeploySession openForDeploy(String runId) {
        Connection connection = connect("run " + runId);
        try {
            SimpleQuery server = new SimpleQuery(connection);
            OpenedServer opened = ask(connection, server, connectionCheck(connection));
            Refusals refusals = new Refusals(target, opened);
            refusals.checkReadable();
            refusals.checkWritable(allowPooler);
            return new PostgresDeploySession(
                    target, connection, server, opened, runId, purpose -> connect("run " + runId + " " + purpose));
        } catch (SQLException | SqlFailure e) {
            throw closing(connection, e);
        } catch (RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    /**
     * A killed client's statement ends with it; a client whose host or network is gone sends no good-bye, and the server's own
     * probes find out within a minute, not within the system's two hours. Not through a pooler, whose back ends are other
     * people's, too.
     */
    private static String connectionCheck(Connection connection) throws SQLException {
        return "SELECT set_config(s.name, s.value, false) FROM (VALUES ('tcp_keepalives_idle', '30'),"
                + " ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '3'), ('client_connection_check_interval', '"
                + CONNECTION_CHECK_MILLIS + "')) s (name, value) WHERE (s.name LIKE 'tcp%' OR"
                + " current_setting('server_version_num')::int >= 140000) AND pg_backend_pid() = "
                + connection.unwrap(PGConnection.class).getBackendPID() + ";\n";
    }

    private Connection connect(String purpose) {
        DriverSettings settings = DriverSettings.of(target, "migrate-maven-plugin/" + toolVersion + " " + purpose);
        try {
            // The driver itself: DriverManager sees only drivers of the class loader that Maven started with.
            Connection connection = new Driver().connect(settings.url(), settings.properties());
            if (connection == null) {
                throw new SQLException("the driver does not take this address", "08001");
            }
            return connection;
        } catch (SQLException e) {
            throw ConnectFailures.of(target, e);
        }
    }

    /** One message: settings, the search_path that puts the asked-for schema first, and the questions. */
    private OpenedServer ask(Connection connection, SimpleQuery server, String settings)
            throws SQLException, SqlFailure {
        String schema = target.schema().orElse(null);
        String path = schema == null
                ? ""
                : "SELECT set_config('search_path', " + Sql.literal(Sql.identifier(schema))
                        + " || coalesce(', ' || nullif(current_setting('search_path'), ''), ''), false);\n";
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        return ServerQuestions.ask(server, settings + path, schema, pid);
    }

    private RuntimeException closing(Connection connection, Exception error) {
        close(connection);
        SQLException sql = error instanceof SQLException e
                ? e
                : new SQLException(error.getMessage(), ((SqlFailure) error).sqlState(), error);
        return ConnectFailures.of(target, sql);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // Nothing depends on a session that was refused.
        }
    }
}
