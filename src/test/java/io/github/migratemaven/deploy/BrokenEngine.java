package io.github.migratemaven.deploy;

import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A changelog whose engine has a fault: it throws what nobody expects, in the middle of a changeset's transaction. */
final class BrokenEngine {
    private BrokenEngine() {}

    /** @param method of {@link MigrationEngine}, the one that breaks */
    static ChangelogReader of(ChangelogReader real, String method, RuntimeException fault) {
        return wrap(
                ChangelogReader.class,
                real,
                "read",
                null,
                loaded -> wrap(
                        LoadedChangelog.class,
                        loaded,
                        "bind",
                        null,
                        engine -> wrap(MigrationEngine.class, engine, method, fault, null)));
    }

    private interface Wrapping {
        Object of(Object result);
    }

    private static <T> T wrap(Class<T> type, Object real, String method, RuntimeException fault, Wrapping wrapping) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    boolean meant = called.getName().equals(method);
                    if (meant && fault != null) {
                        throw fault;
                    }
                    try {
                        Object result = called.invoke(real, arguments);
                        return meant ? wrapping.of(result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
