package io.github.migratemaven.scan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.scan.Script.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The tables beside this class: a text, {@code ==>}, and all its commands with line and column, {@code ;;} between them. {@code ⏎}
 * is a line break; lines with {@code ##} are headings.
 */
final class ShellTableTest {
    @TestFactory
    Stream<DynamicTest> posixTextsHaveExactlyTheseCommands() throws IOException {
        return rows("posix.txt", Dialect.POSIX);
    }

    @TestFactory
    Stream<DynamicTest> powerShellTextsHaveExactlyTheseCommands() throws IOException {
        return rows("powershell.txt", Dialect.POWERSHELL);
    }

    @TestFactory
    Stream<DynamicTest> batchTextsHaveExactlyTheseCommands() throws IOException {
        return rows("cmd.txt", Dialect.CMD);
    }

    /** Only {@code echo} and the like may be left of a text that must not be seen as a push. */
    @TestFactory
    Stream<DynamicTest> whatIsNotRunIsNotACommand() throws IOException {
        return lines("posix.txt")
                .dropWhile(line -> !line.equals("## Must not see"))
                .filter(line -> !line.startsWith("## "))
                .map(line -> text(line))
                .map(text -> DynamicTest.dynamicTest(
                        text,
                        () -> assertThat(Shown.read(text, Dialect.POSIX))
                                .noneMatch(command ->
                                        Program.name(command.words().get(0)).equals("prisma")
                                                && command.words().size() > 2
                                                && command.words().get(2).text().equals("push"))));
    }

    static List<String> texts() throws IOException {
        return lines("posix.txt")
                .filter(line -> !line.startsWith("## "))
                .map(line -> text(line))
                .toList();
    }

    private static String text(String line) {
        return line.split("  ==>", -1)[0].replace('⏎', '\n');
    }

    private static Stream<DynamicTest> rows(String table, Dialect dialect) throws IOException {
        return lines(table).filter(line -> !line.startsWith("## ")).map(line -> {
            String commands = line.split("  ==>", -1)[1].strip();
            List<String> expected = commands.isEmpty() ? List.of() : Arrays.asList(commands.split("  ;;  "));
            String text = text(line);
            return DynamicTest.dynamicTest(
                    text, () -> assertThat(Shown.commands(text, dialect)).isEqualTo(expected));
        });
    }

    private static Stream<String> lines(String table) throws IOException {
        try (InputStream in = ShellTableTest.class.getResourceAsStream(table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }
}
