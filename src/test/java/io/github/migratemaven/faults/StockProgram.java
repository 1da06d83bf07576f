package io.github.migratemaven.faults;

import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/**
 * A Liquibase update as a process, as an application runs it at its start. Arguments: folder, host:port, database, user,
 * password.
 */
public final class StockProgram {
    private StockProgram() {}

    @SuppressWarnings({"deprecation", "try"}) // what Spring Boot calls
    public static void main(String[] args) throws Exception {
        Map<String, Object> values = new HashMap<>();
        values.put("liquibase.analytics.enabled", false);
        values.put("liquibase.changelogLockPollRate", 1L);
        try (Connection connection =
                DriverManager.getConnection("jdbc:postgresql://" + args[1] + "/" + args[2], args[3], args[4])) {
            System.out.println("connected");
            Scope.child(values, () -> {
                liquibase.Liquibase liquibase = new liquibase.Liquibase(
                        TestProject.SQL,
                        new DirectoryResourceAccessor(Path.of(args[0], "src/main/resources")),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)));
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                liquibase.update("");
            });
        }
    }
}
