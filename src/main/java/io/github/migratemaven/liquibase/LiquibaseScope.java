package io.github.migratemaven.liquibase;

import io.github.migratemaven.port.ProgressListener;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Liquibase's ambient settings for as long as it is open: our files, our class loader, our log, and no analytics (which
 * would fetch a file from the network).
 *
 * <p>One at a time in a JVM: Liquibase keeps parts of its state in singletons, and a parallel build ({@code -T}) runs
 * several goals in one.
 */
final class LiquibaseScope implements AutoCloseable {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final String id;
    private final ClassLoader before;
    private final SteadySettings settings;
    private String inner;

    LiquibaseScope(ResourceAccessor resources, ClassLoader classes, ProgressListener progress) {
        ONE_AT_A_TIME.lock();
        before = Thread.currentThread().getContextClassLoader();
        try {
            // The root scope is made on first use and looks for services through this thread's loader.
            Thread.currentThread().setContextClassLoader(classes);
            Map<String, Object> values = new HashMap<>();
            values.put(Scope.Attr.resourceAccessor.name(), resources);
            values.put(Scope.Attr.classLoader.name(), classes);
            values.put(Scope.Attr.logService.name(), new Logs(progress));
            values.put(Scope.Attr.ui.name(), new LoggerUIService());
            values.put("liquibase.analytics.enabled", false);
            id = Scope.enter(values);
            settings = new SteadySettings();
        } catch (Exception e) {
            leave();
            throw new IllegalStateException("Liquibase does not start: " + e.getMessage(), e);
        }
    }

    /**
     * Tells Liquibase which kind of database the changelog is for: checksums leave out what is for others. Not before the
     * changelog is parsed, where Liquibase would look into that database's history.
     */
    void parsedFor(Database database) {
        try {
            inner = Scope.enter(Map.of(Scope.Attr.database.name(), database));
        } catch (Exception e) {
            throw new IllegalStateException("Liquibase does not start: " + e.getMessage(), e);
        }
    }

    private void leave() {
        Thread.currentThread().setContextClassLoader(before);
        ONE_AT_A_TIME.unlock();
    }

    @Override
    public void close() {
        try {
            if (inner != null) {
                Scope.exit(inner);
            }
            settings.close();
            Scope.exit(id);
        } catch (Exception e) {
            throw new IllegalStateException("Liquibase does not stop: " + e.getMessage(), e);
        } finally {
            leave();
        }
    }

    private static final class Logs extends AbstractLogService {
        private final ProgressListener progress;

        Logs(ProgressListener progress) {
            this.progress = progress;
        }

        @Override
        public int getPriority() {
            return PRIORITY_NOT_APPLICABLE;
        }

        @Override
        @SuppressWarnings({"rawtypes", "try"}) // as Liquibase declares it
        public Logger getLog(Class clazz) {
            return new AbstractLogger() {
                @Override
                public void log(Level level, String message, Throwable e) {
                    if (level.intValue() >= Level.INFO.intValue()) {
                        progress.debug("liquibase: " + message);
                    }
                }
            };
        }
    }
}
