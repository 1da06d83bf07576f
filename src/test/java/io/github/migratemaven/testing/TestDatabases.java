package io.github.migratemaven.testing;

import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.embedded.Binaries;
import io.github.migratemaven.postgres.embedded.Platform;
import io.github.migratemaven.postgres.embedded.ThrowawayServers;
import java.lang.reflect.Parameter;
import java.util.OptionalInt;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a {@link TestDatabase}: {@code @ExtendWith(TestDatabases.class)} and a parameter of that type.
 *
 * <p>One server for the whole run, started on first use; a fresh, empty database for each test, dropped after it. The same
 * one for {@code @BeforeEach} and the test; a second parameter of the type is a second database. A parameter of type
 * {@link ScratchServer.Running} is the server itself.
 */
public final class TestDatabases implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(TestDatabases.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == ScratchServer.Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Server server = test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Server.class, key -> Server.start(), Server.class);
        if (parameter.getParameter().getType() == ScratchServer.Running.class) {
            return server.running;
        }
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        test.getUniqueId() + "#" + position(parameter),
                        key -> TestDatabase.createOn(server.running.target()),
                        TestDatabase.class);
    }

    static ScratchServer.Running startServer() {
        Binaries binaries = new Binaries(Binaries.defaultCache(), Platform.current(), new TestBinaries());
        ScratchServer.Running server =
                new ThrowawayServers(ThrowawayServers.defaultBase(), binaries).start(OptionalInt.empty());
        server.target().password().ifPresent(password -> TestSecrets.note(password.reveal()));
        return server;
    }

    private static int position(ParameterContext parameter) {
        int position = 0;
        for (Parameter other : parameter.getDeclaringExecutable().getParameters()) {
            if (other.equals(parameter.getParameter())) {
                break;
            }
            position += other.getType() == TestDatabase.class ? 1 : 0;
        }
        return position;
    }

    /** JUnit closes it when the run ends. */
    private record Server(ScratchServer.Running running) implements AutoCloseable {
        static Server start() {
            return new Server(startServer());
        }

        @Override
        public void close() {
            running.close();
        }
    }
}
