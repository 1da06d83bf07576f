package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.TargetDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** Opens sessions on one PostgreSQL database. */
public final class PostgresTarget implements TargetDatabase {
    /** Server 14+: a killed client's statement ends, and frees its locks, within this many milliseconds. */
    private static final int CONNECTION_CHECK_MILLIS = 500;

    /** Needs a system that tells of a closed connection; elsewhere the server refuses the setting. */
    private static final String CONNECTION_CHECK_POSSIBLE = "(version() ~ 'linux'"
            + " AND current_setting('server_version_num')::int >= 140000 OR version() ~ 'bsd|darwin'"
            + " AND current_setting('server_version_num')::int >= 150000)";

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
            OpenedServer opened = ask(connection, server, setting("default_transaction_read_only", "on", "true"));
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
        return open(runId, allowPooler ? Refusals.Pooler.ALLOWED : Refusals.Pooler.REFUSED);
    }

    @Override
    public DeploySession openDirect(String runId) {
        return open(runId, Refusals.Pooler.USELESS);
    }

    private DeploySession open(String runId, Refusals.Pooler pooler) {
        Connection connection = connect("run " + runId);
        try {
            SimpleQuery server = new SimpleQuery(connection);
            OpenedServer opened = ask(
                    connection,
                    server,
                    setting(
                            "client_connection_check_interval",
                            Integer.toString(CONNECTION_CHECK_MILLIS),
                            CONNECTION_CHECK_POSSIBLE));
            Refusals refusals = new Refusals(target, opened);
            refusals.checkReadable();
            refusals.checkWritable(pooler);
            Function<String, Connection> sessions = purpose -> connect("run " + runId + " " + purpose);
            if (isPooled(opened)) {
                // A prepared statement belongs to one back end.
                connection.unwrap(PGConnection.class).setPrepareThreshold(0);
                return new PooledDeploySession(target, connection, server, opened, runId, sessions);
            }
            return new PostgresDeploySession(target, connection, server, opened, runId, sessions);
        } catch (SQLException | SqlFailure e) {
            throw closing(connection, e);
        } catch (RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    private boolean isPooled(OpenedServer opened) {
        return opened.isOtherBackEnd() || target.poolerSign().isPresent();
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

    /**
     * One message: settings of the session, the search_path that puts the asked-for schema first, and the questions. Behind a
     * pooler nothing is set: the back end, and what is set there, is an application's next.
     *
     * @param setting from {@link #setting}
     */
    private OpenedServer ask(Connection connection, SimpleQuery server, String setting)
            throws SQLException, SqlFailure {
        String schema = target.schema().orElse(null);
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        StringBuilder text = new StringBuilder();
        if (target.poolerSign().isEmpty()) {
            String direct = " AND pg_backend_pid() = " + pid + ";\n";
            text.append(setting).append(direct);
            if (schema != null) {
                text.append("SELECT set_config('search_path', ")
                        .append(SearchPath.withFirst(schema))
                        .append(", false) WHERE true")
                        .append(direct);
            }
        }
        return ServerQuestions.ask(server, text.toString(), schema, pid);
    }

    /** @param condition in SQL: whether this server can have it */
    private static String setting(String name, String value, String condition) {
        return "SELECT set_config('" + name + "', '" + value + "', false) WHERE " + condition;
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
