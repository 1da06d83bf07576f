package io.github.migratemaven.roundtrip;

import io.github.migratemaven.testing.TestDatabase;
import java.io.FileNotFoundException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase as its own users run it, through its public API. */
@SuppressWarnings("try") // Liquibase's own close() may throw anything
final class Stock {
    private static final Logger LOG = Logger.getLogger("liquibase");

    static {
        LOG.setLevel(Level.OFF);
    }

    private final Example.Source source;

    Stock(Example.Source source) {
        this.source = source;
    }

    private interface Work<T> {
        T with(Liquibase liquibase, Contexts contexts, LabelExpression labels) throws LiquibaseException;
    }

    void update(TestDatabase database) {
        run(database, (liquibase, contexts, labels) -> {
            liquibase.update(contexts, labels);
            return null;
        });
    }

    /** The first changesets only. */
    void update(TestDatabase database, int count) {
        run(database, (liquibase, contexts, labels) -> {
            liquibase.update(count, contexts, labels);
            return null;
        });
    }

    /** What {@code liquibase:status} lists. */
    List<String> pending(TestDatabase database) {
        return run(
                database,
                (liquibase, contexts, labels) -> liquibase.listUnrunChangeSets(contexts, labels).stream()
                        .map(ChangeSet::toString)
                        .toList());
    }

    private <T> T run(TestDatabase database, Work<T> work) {
        Map<String, Object> values = new HashMap<>();
        values.put("liquibase.analytics.enabled", false);
        values.put(Scope.Attr.ui.name(), new LoggerUIService());
        try (Connection connection = database.open()) {
            CompositeResourceAccessor files = new CompositeResourceAccessor(
                    new DirectoryResourceAccessor(source.folder()), new ClassLoaderResourceAccessor());
            values.put(Scope.Attr.resourceAccessor.name(), files);
            return Scope.child(values, () -> {
                Liquibase liquibase = new Liquibase(
                        source.path(),
                        files,
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)));
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                source.parameters().forEach(liquibase::setChangeLogParameter);
                return work.with(liquibase, new Contexts(source.contexts()), new LabelExpression(source.labels()));
            });
        } catch (FileNotFoundException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new AssertionError("stock Liquibase failed: " + e.getMessage(), e);
        }
    }
}
