package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.postgres.DriverSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgcodekeeper.core.Consts;
import org.pgcodekeeper.core.PgDiff;
import org.pgcodekeeper.core.database.base.jdbc.IJdbcConnector;
import org.pgcodekeeper.core.ignorelist.IgnoreList;
import org.pgcodekeeper.core.ignorelist.IgnoreSchemaList;
import org.pgcodekeeper.core.ignorelist.IgnoredObject;
import org.pgcodekeeper.core.loader.DatabaseLoader;
import org.pgcodekeeper.core.loader.LoaderFactory;
import org.pgcodekeeper.core.model.difftree.DbObjType;
import org.pgcodekeeper.core.model.difftree.DiffTree;
import org.pgcodekeeper.core.model.difftree.TreeElement;
import org.pgcodekeeper.core.monitor.NullMonitor;
import org.pgcodekeeper.core.schema.AbstractDatabase;
import org.pgcodekeeper.core.settings.CoreSettings;
import org.postgresql.Driver;

/** pgcodekeeper, asked for one script. It reads both databases over JDBC: a dump shows some expressions in another way. */
final class Keeper {
    /** Maven's own logger reads it when the library's loggers are made. */
    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.log.org.pgcodekeeper";

    /** Histories: no changelog makes them, and none takes them away, those of other tools neither. */
    private static final List<String> HISTORIES = List.of(
            "databasechangelog",
            "databasechangeloglock",
            "migrate_run",
            "migrate_step",
            "migrate_seed",
            "_prisma_migrations",
            "flyway_schema_history");

    /**
     * Its question about types joins an aggregate of all columns of the server, for which the planner expects one row: a nested loop
     * computes it again for each type, which took half of the time of a comparison.
     */
    private static final String PLANS = "SET enable_nestloop = off; SET jit = off";

    /** The library's own limit, which it would report as a failure to read. */
    private static final int OLDEST = 14;

    private final CoreSettings settings = new CoreSettings();
    private final Optional<String> schema;

    Keeper(Optional<String> schema) {
        this.schema = schema;
        settings.setIgnoreColumnOrder(true);
        settings.setEnableFunctionBodiesDependencies(true);
        if (System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "off");
        }
    }

    /** One script; empty string where it sees no difference. */
    String script(Target from, Target to) {
        refuseOld(from);
        try {
            AbstractDatabase before = load(from);
            AbstractDatabase after = load(to);
            TreeElement tree = DiffTree.create(settings, before, after);
            tree.setAllChecked();
            return new PgDiff(settings).diff(tree, before, after, null, null, leftOut());
        } catch (IOException e) {
            throw failed(from, to, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(from, to, e);
        }
    }

    /** One server is enough to look at: the scratch one, which has the other's major version or a newer one. */
    private static void refuseOld(Target database) {
        try (Connection connection = new Connector(database).getConnection()) {
            mustBeRead(connection.getMetaData().getDatabaseMajorVersion());
        } catch (IOException | SQLException e) {
            throw failed(database, database, e);
        }
    }

    /** @throws MigrateException with a {@code Refused} for a server that pgcodekeeper does not read */
    static void mustBeRead(int major) {
        if (major < OLDEST) {
            throw new MigrateException(Failure.Refused.of(
                    "server-too-old",
                    "the difference is more than tables, columns, constraints, indexes, triggers, views, functions and comments,"
                            + " and what compares the rest reads PostgreSQL " + OLDEST + " and newer: the server is "
                            + major,
                    "Let it be worked out on a newer server, -Dmigrate.embeddedVersion=" + OLDEST
                            + ", or write this part by hand with migrate:new."));
        }
    }

    private static MigrateException failed(Target from, Target to, Exception e) {
        return new MigrateException(
                new Failure.Unavailable(
                        "comparison-failed",
                        "the schemas of " + from.display() + " and " + to.display() + " could not be compared: "
                                + e.getMessage(),
                        "Run again with -X, and report what it says."),
                e);
    }

    /** What it cannot parse it leaves out of its dependencies; it still compares it. */
    private AbstractDatabase load(Target database) throws IOException, InterruptedException {
        IgnoreSchemaList schemas = new IgnoreSchemaList();
        schema.ifPresent(name -> {
            schemas.setShow(false);
            schemas.add(new IgnoredObject(name, null, true, false, true, false, Set.of()));
        });
        DatabaseLoader loader = LoaderFactory.createJdbcLoader(
                settings, Consts.UTC, new Connector(database), new NullMonitor(), schemas);
        return loader.loadAndAnalyze();
    }

    private static IgnoreList leftOut() {
        IgnoreList ours = new IgnoreList();
        for (String table : HISTORIES) {
            ours.add(new IgnoredObject(table, false, true, false, EnumSet.of(DbObjType.TABLE)));
        }
        return ours;
    }

    private record Connector(Target database) implements IJdbcConnector {
        @Override
        public Connection getConnection() throws IOException {
            DriverSettings driver = DriverSettings.of(database, "migrate-maven-plugin comparison");
            try {
                Connection connection = new Driver().connect(driver.url(), driver.properties());
                try (Statement statement = connection.createStatement()) {
                    statement.execute(PLANS);
                }
                return connection;
            } catch (SQLException e) {
                throw new IOException("cannot connect to " + database.display() + ": " + e.getMessage(), e);
            }
        }

        @Override
        public String getBatchDelimiter() {
            return null;
        }

        @Override
        public String getUrl() {
            return DriverSettings.of(database, "").url();
        }
    }
}
