package io.github.migratemaven.postgres.embedded;

import static io.github.migratemaven.postgres.embedded.ServerFixture.devServer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.DevServer;
import io.github.migratemaven.port.DevServer.Running;
import io.github.migratemaven.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On one dev server for all: its start is what takes its time. */
class DevWorkshopTest {
    @TempDir
    private static Path project;

    private static Running server;
    private static TestDatabase postgres;

    @BeforeAll
    static void aServer() {
        server = devServer(project).start();
        postgres = TestDatabase.named(server.target().withDatabase("postgres"));
    }

    @AfterAll
    static void itsEnd() {
        server.close();
    }

    @Test
    void oneThatCannotTidyUpLeavesNoConnection() throws InterruptedException {
        postgres.execute("CREATE DATABASE \"migrate_scratch_1-1-x\" IS_TEMPLATE true");

        assertThatThrownBy(server::workshop)
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("cannot drop a template database");

        assertThat(others()).as("connections a second later").isEmpty();
        postgres.execute("ALTER DATABASE \"migrate_scratch_1-1-x\" IS_TEMPLATE false");
        server.workshop().close();
        assertThat(postgres.query("SELECT datname FROM pg_database WHERE datname LIKE 'migrate%'"))
                .isEmpty();
    }

    @Test
    void oneBuildHasTheTurnAtATime() throws Exception {
        try (Running other = devServer(project).start()) {
            DevServer.Turn first = server.turn(Duration.ofSeconds(20));
            assertThatThrownBy(() -> other.turn(Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(
                            MigrateException.class,
                            e -> assertThat(e.failure().code()).isEqualTo("embedded-busy"));
            CompletableFuture<DevServer.Turn> second =
                    CompletableFuture.supplyAsync(() -> other.turn(Duration.ofSeconds(20)));
            Thread.sleep(300);
            assertThat(second).isNotDone();

            first.close();

            second.get(10, TimeUnit.SECONDS).close();
            server.turn(Duration.ZERO).close();
        }
    }

    @Test
    void aKilledBuildGivesTheTurnBack() throws Exception {
        Process build = ServerFixture.build("turn", project);
        assertThatThrownBy(() -> server.turn(Duration.ZERO)).isInstanceOf(MigrateException.class);

        build.destroyForcibly().waitFor();

        server.turn(Duration.ofSeconds(10)).close();
    }

    /** Once there are none, or after a second: the driver itself closes what the garbage collector finds, but later. */
    private static List<String> others() throws InterruptedException {
        List<String> others = List.of();
        for (int i = 0; i < 50; i++) {
            others = postgres.query("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
                    + " AND pid <> pg_backend_pid()");
            if (others.isEmpty()) {
                break;
            }
            Thread.sleep(20);
        }
        return others;
    }
}
