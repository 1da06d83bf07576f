package io.github.migratemaven.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.liquibase.ChangelogRequest;
import io.github.migratemaven.liquibase.LiquibaseChangelogReader;
import io.github.migratemaven.port.LoadedChangelog;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our checksums against those of Flyway's and Liquibase's own classes. */
class ChecksumsTest {
    private static final List<String> PIECES = List.of(
            "\uFEFF",
            "\r\n",
            "\n",
            "\r",
            "\n\n",
            " ",
            "\t",
            "a",
            "é",
            "😀",
            "select 1;",
            "\u0085",
            "\u2028",
            "\f",
            "\u000B");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r\n\r\n",
                "a",
                "a\n",
                "a\r\nb",
                "a\n\n\nb\n",
                "\uFEFFa\nb",
                "\uFEFF",
                "\uFEFF\uFEFFa",
                "a\n\uFEFFb",
                "a\rb"
            })
    void anOddFileHasFlywaysChecksum(String text) {
        assertThat(Checksums.flyway(text)).isEqualTo(ChecksumCalculator.calculate(resource(text)));
    }

    @Test
    void anyMixtureOfLineEndsAndMarksHasFlywaysChecksum() {
        for (long seed = 0; seed < 2_000; seed++) {
            String text = mixture(seed);
            assertThat(Checksums.flyway(text))
                    .as("seed %d", seed)
                    .isEqualTo(ChecksumCalculator.calculate(resource(text)));
        }
    }

    @Test
    void prismasChecksumHoldsWithEitherKindOfLineEnds() {
        byte[] unix = "CREATE TABLE a (id int);\n-- é\n".getBytes(StandardCharsets.UTF_8);
        byte[] windows = "CREATE TABLE a (id int);\r\n-- é\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(Checksums.isPrismas(windows, Checksums.prisma(unix))).isTrue();
        assertThat(Checksums.isPrismas(unix, Checksums.prisma(windows))).isTrue();
        assertThat(Checksums.isPrismas(
                        "CREATE TABLE a (id int);".getBytes(StandardCharsets.UTF_8), Checksums.prisma(unix)))
                .isFalse();
    }

    @Test
    void prismasChecksumIsTheOneThatItsEngineWrites() {
        // As written by prisma 6.19.3 for this file.
        byte[] file =
                "CREATE TABLE \"User\" (\"id\" INTEGER NOT NULL, CONSTRAINT \"User_pkey\" PRIMARY KEY (\"id\"));\n"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(Checksums.prisma(file))
                .isEqualTo("bd3beed6c7c64995a102ee45d3294e3566bdc1ca392751dd63d1490085248eb1");
        // As its versions before 2.20 did: the byte 0x0c as "c", 0x04 as "4".
        assertThat(Checksums.isPrismas(file, "bd3beed6c7c64995a12ee45d3294e3566bdc1ca392751dd63d149085248eb1"))
                .isTrue();
    }

    @Test
    void liquibaseHasTheSameChecksumForTheSameStatements(@TempDir Path folder) throws IOException {
        for (String text : List.of(
                "CREATE TABLE a (id int);\n",
                "-- why\nCREATE TABLE a (\r\n\tid int\r\n);\n\n/* é */ INSERT INTO a VALUES (1);  \n\n",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;")) {
            Files.writeString(folder.resolve("c.sql"), "--liquibase formatted sql\n--changeset flyway:V1__a\n" + text);
            try (LoadedChangelog loaded = reader(folder).read()) {
                assertThat(loaded.changelog().changesets().get(0).checksum()).isEqualTo(Checksums.liquibase(text));
            }
        }
    }

    private static LiquibaseChangelogReader reader(Path folder) {
        return new LiquibaseChangelogReader(
                new ChangelogRequest(
                        "c.sql",
                        List.of(folder),
                        folder,
                        ChecksumsTest.class.getClassLoader(),
                        "",
                        "",
                        Map.of(),
                        Optional.empty()),
                new io.github.migratemaven.testing.RecordedProgress());
    }

    private static String mixture(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static LoadableResource resource(String text) {
        return new LoadableResource() {
            @Override
            public Reader read() {
                return new StringReader(text);
            }

            @Override
            public String getAbsolutePath() {
                return "V1__a.sql";
            }

            @Override
            public String getAbsolutePathOnDisk() {
                return "V1__a.sql";
            }

            @Override
            public String getFilename() {
                return "V1__a.sql";
            }

            @Override
            public String getRelativePath() {
                return "V1__a.sql";
            }
        };
    }
}
