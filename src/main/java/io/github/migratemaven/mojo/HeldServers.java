package io.github.migratemaven.mojo;

import io.github.migratemaven.port.DevServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * The dev servers that {@code migrate:start} leaves to what follows in the build, one use a module. They are given back by
 * {@code migrate:stop}, or when the build ends: told by Maven's own listener, since in a daemon the process lives on. A shutdown
 * hook of each use catches what Maven doesn't tell. Safe with {@code -T}.
 */
final class HeldServers {
    private static final String KEY = HeldServers.class.getName();

    private final Map<String, AutoCloseable> uses;

    @SuppressWarnings("unchecked")
    private HeldServers(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        Map<String, AutoCloseable> mine = new ConcurrentHashMap<>();
        if (data.set(KEY, null, mine)) {
            this.uses = mine;
            listen(session);
        } else {
            // Of JDK types only: another module may have this plugin in a class loader of its own.
            this.uses = (Map<String, AutoCloseable>) data.get(KEY);
        }
    }

    static HeldServers of(MavenSession session) {
        return new HeldServers(session);
    }

    /** @param module whose use it is; an earlier one of the same module is given back */
    void hold(String module, DevServer.Running use) {
        close(uses.put(module, use));
    }

    /** Returns false where the module holds nothing. */
    boolean release(String module) {
        AutoCloseable use = uses.remove(module);
        close(use);
        return use != null;
    }

    /** What cannot be stopped is left to the next start: the others go, and Maven tells how the build ended. */
    private void releaseAtTheEnd(String module) {
        try {
            release(module);
        } catch (RuntimeException e) {
            return;
        }
    }

    private void listen(MavenSession session) {
        ExecutionListener before = session.getRequest().getExecutionListener();
        // A proxy: what later versions of Maven add to the interface passes, too.
        Object listener = Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("sessionEnded")) {
                        uses.keySet().forEach(this::releaseAtTheEnd);
                    }
                    try {
                        if (method.getDeclaringClass() == Object.class) {
                            return method.invoke(before == null ? uses : before, arguments);
                        }
                        return before == null ? null : method.invoke(before, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        session.getRequest().setExecutionListener((ExecutionListener) listener);
    }

    private static void close(AutoCloseable use) {
        try {
            if (use != null) {
                use.close();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
