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
import liquibase.ChecksumVersion;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.changelog.visitor.ListVisitor;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
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

    /** Why it does not update; fails when it does. */
    String refusal(TestDatabase database) {
        try {
            update(database);
        } catch (AssertionError refused) {
            return refused.getMessage();
        }
        throw new AssertionError("stock Liquibase did not refuse");
    }

    /** By path and id: what Liquibase up to 4.21 wrote. */
    Map<List<String>, String> checksumsOfVersion8() {
        Map<List<String>, String> checksums = new HashMap<>();
        try {
            ChangeLogParameters parameters = new ChangeLogParameters();
            source.parameters().forEach(parameters::set);
            Contexts contexts = new Contexts(source.contexts());
            LabelExpression labels = new LabelExpression(source.labels());
            parameters.setContexts(contexts);
            parameters.setLabels(labels);
            CompositeResourceAccessor files = files();
            Map<String, Object> values =
                    Map.of(Scope.Attr.resourceAccessor.name(), files, "liquibase.analytics.enabled", false);
            Scope.child(values, () -> {
                // As before every command: the filters drop what modifySql has for others.
                ChangeLogIterator selected = new ChangeLogIterator(
                        ChangeLogParserFactory.getInstance()
                                .getParser(source.path(), files)
                                .parse(source.path(), parameters, files),
                        new DbmsChangeSetFilter(new PostgresDatabase()),
                        new ContextChangeSetFilter(contexts),
                        new LabelChangeSetFilter(labels));
                ListVisitor visitor = new ListVisitor();
                selected.run(visitor, new RuntimeEnvironment(new PostgresDatabase(), contexts, labels));
                visitor.getSeenChangeSets()
                        .forEach(changeset -> checksums.put(
                                List.of(changeset.getFilePath(), changeset.getId()),
                                changeset.generateCheckSum(ChecksumVersion.V8).toString()));
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return checksums;
    }

    private CompositeResourceAccessor files() throws FileNotFoundException {
        return new CompositeResourceAccessor(
                new DirectoryResourceAccessor(source.folder()), new ClassLoaderResourceAccessor());
    }

    private <T> T run(TestDatabase database, Work<T> work) {
        Map<String, Object> values = new HashMap<>();
        values.put("liquibase.analytics.enabled", false);
        values.put(Scope.Attr.ui.name(), new LoggerUIService());
        try (Connection connection = database.open()) {
            CompositeResourceAccessor files = files();
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
