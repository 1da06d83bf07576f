package io.github.migratemaven.scan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandRowsTest {
    private static final EntryCatalog CATALOG = EntryCatalog.with(List.of());

    static Stream<Arguments> rows() {
        return Lines.of("commands.txt");
    }

    /** {@code reset.sql} drops, {@code seed.sql} does not; there are no other files. */
    static Optional<String> file(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "reset.sql" -> Optional.of("-- begin anew\nDROP TABLE IF EXISTS users;\nCREATE TABLE users (id int);");
            case "seed.sql" -> Optional.of("-- DROP TABLE users\nINSERT INTO users VALUES ('drop table');");
            default -> Optional.empty();
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theLineIsWhatItsRowSays(String line, String expected) {
        List<Catalog.Match> found = CATALOG.match(Lines.command(line), CommandRowsTest::file);
        assertThat(found.stream().map(CommandRowsTest::told).sorted().toList())
                .isEqualTo(Stream.of(expected.split(", *"))
                        .filter(part -> !part.isEmpty())
                        .sorted()
                        .toList());
    }

    private static String told(Catalog.Match match) {
        StringBuilder out = new StringBuilder(match.banned().id());
        match.traits().stream()
                .filter(trait -> trait != Catalog.Trait.CI_ONLY && trait != Catalog.Trait.IN_PLACE)
                .sorted()
                .forEach(trait -> out.append(' ').append(trait.name().toLowerCase(Locale.ROOT)));
        return out.toString();
    }

    @Test
    void halfOfTheRowsAreCleanAndThereAreEnough() {
        List<String> expected = rows().map(row -> row.get()[1].toString()).toList();
        assertThat(expected).hasSizeGreaterThan(300);
        assertThat(expected.stream().filter(String::isEmpty).count())
                .isBetween(expected.size() * 2L / 5, expected.size() * 3L / 5);
    }

    @Test
    void aMatchBeginsAtTheToolAndShowsOnlyWhatMatters() {
        Catalog.Match match =
                only("npx --yes prisma@6.5.0 db push --url postgres://me:secret@host/db --accept-data-loss");
        assertThat(match.start()).isEqualTo("npx --yes ".length());
        assertThat(match.shown()).isEqualTo("prisma db push --accept-data-loss");
    }

    @Test
    void anOptionThatIsASettingBeginsAtItself() {
        Catalog.Match match = only("java -jar app.jar --spring.jpa.hibernate.ddl-auto=update");
        assertThat(match.start()).isEqualTo("java -jar app.jar ".length());
        assertThat(match.shown()).isEqualTo("spring.jpa.hibernate.ddl-auto=update");
    }

    @Test
    void sqlIsShownAsItsStatement() {
        assertThat(only("psql -U postgres -c 'drop database if exists uaa; create database uaa'")
                        .shown())
                .isEqualTo("psql \"drop database if exists uaa\"");
        assertThat(only("psql -f db/reset.sql").shown()).isEqualTo("psql \"db/reset.sql: DROP TABLE IF EXISTS users\"");
    }

    @Test
    void migrateDevIsMarkedForMachinesOnly() {
        assertThat(only("prisma migrate dev").ciOnly()).isTrue();
        assertThat(only("prisma migrate reset").ciOnly()).isFalse();
    }

    @Test
    void aPromptIsAnsweredByWhatIsPipedIn() {
        assertThat(only("atlas schema apply --env prod").unlocksOnly()).isTrue();
        assertThat(only("atlas schema apply --env prod <<< y").unlocksOnly()).isFalse();
    }

    @Test
    void aVariableIsFoundWhereItIsSetForEveryCommandThatItHoldsFor() {
        String script = "export SPRING_JPA_HIBERNATE_DDL_AUTO=update\njava -jar app.jar\n";
        Map<String, String> exported = Map.of("SPRING_JPA_HIBERNATE_DDL_AUTO", "update");
        assertThat(CATALOG.match(java(script, exported)))
                .extracting(Catalog.Match::start)
                .containsExactly("export ".length());
        String dash = "$env:SPRING_JPA_HIBERNATE_DDL_AUTO = 'update'\njava -jar app.jar\n";
        assertThat(CATALOG.match(java(dash, exported)))
                .extracting(Catalog.Match::start)
                .containsExactly("$env:".length());
    }

    @Test
    void aVariableThatIsSetElsewhereIsNotTheCommandsFault() {
        Map<String, String> elsewhere = Map.of("SPRING_JPA_HIBERNATE_DDL_AUTO", "update");
        assertThat(CATALOG.match(java("java -jar app.jar\n", elsewhere))).isEmpty();
    }

    @Test
    void behindDockerRunTheImageIsTheTool() {
        String line = "docker run --rm flyway/flyway:10 -url=$URL clean";
        int start = line.indexOf("-url");
        List<Word> words = List.of(
                new Word("-url=$URL", false, start, start + 9), new Word("clean", true, start + 10, start + 15));
        Source source = Source.of(new SourceFile("x.sh", line));
        Command peeled = new Command(words, Map.of(), source, List.of("docker run"), true, "");
        assertThat(CATALOG.match(peeled)).extracting(Catalog.Match::shown).containsExactly("flyway clean");
        assertThat(CATALOG.match(new Command(words, Map.of(), source, List.of("timeout"), true, "")))
                .isEmpty();
    }

    private static Command java(String script, Map<String, String> environment) {
        int start = script.indexOf("java");
        return new Command(
                List.of(new Word("java", true, start, start + 4)),
                environment,
                Source.of(new SourceFile("x.sh", script)),
                List.of(),
                false,
                "");
    }

    private static Catalog.Match only(String line) {
        List<Catalog.Match> found = CATALOG.match(Lines.command(line), CommandRowsTest::file);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
