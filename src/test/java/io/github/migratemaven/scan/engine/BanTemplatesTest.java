package io.github.migratemaven.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.catalog.EntryCatalog;
import io.github.migratemaven.scan.shell.ShellCommands;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every wrapper, every way from one file to another and every kind of file, each with thirty and more commands that destroy and as
 * many that do not.
 */
class BanTemplatesTest {
    private static final List<String[]> COMMANDS = new ArrayList<>();
    private static SchemaPushScan scan;

    @BeforeAll
    static void read() throws IOException {
        scan = new SchemaPushScan(
                Bans.extractors(false),
                new ShellCommands(),
                EntryCatalog.with(List.of()),
                ScanOptions.defaults(LocalDate.of(2026, 11, 23)));
        try (InputStream in = BanTemplatesTest.class.getResourceAsStream("/ban-cases/commands.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> COMMANDS.add(line.split(" => ")));
        }
    }

    static Stream<BanCase> templates() {
        return BanCase.all("templates");
    }

    @Test
    void asManyCommandsAreHarmlessAsNot() {
        long destroying = COMMANDS.stream().filter(c -> c.length > 1).count();
        assertThat(destroying).isGreaterThanOrEqualTo(30);
        assertThat(COMMANDS.size() - destroying).isGreaterThanOrEqualTo(destroying);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theScanFindsEachCommandThatDestroysAndNoOther(BanCase template) {
        List<String> wrong = new ArrayList<>();
        for (String[] command : COMMANDS) {
            BanCase one = template.with(command[0], command.length > 1 ? command[1] : null);
            List<String> found = scan.scan(new Tree(one.texts())).findings().stream()
                    .map(BanCase::shown)
                    .sorted()
                    .toList();
            if (!found.equals(one.expected())) {
                wrong.add(command[0] + ": found " + found + ", expected " + one.expected());
            }
        }

        assertThat(wrong).isEmpty();
    }

    private record Tree(Map<String, String> texts) implements ProjectFiles {
        @Override
        public Set<String> paths() {
            return texts.keySet();
        }

        @Override
        public Optional<SourceFile> read(String path) {
            return Optional.ofNullable(texts.get(path)).map(text -> new SourceFile(path, text));
        }

        @Override
        public Optional<String> shebang(String path) {
            return read(path)
                    .map(SourceFile::text)
                    .filter(text -> text.startsWith("#!"))
                    .map(text -> text.lines().findFirst().orElse(""));
        }
    }
}
