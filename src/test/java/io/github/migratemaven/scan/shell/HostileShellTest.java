package io.github.migratemaven.scan.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts that nobody writes in good faith. The work is bounded by the {@link Budget} and the depth; the clock is only there so that
 * quadratic work, which would take hours at these sizes, ends the test.
 */
final class HostileShellTest {
    private static final Duration NEVER = Duration.ofSeconds(100);

    private static List<Command> read(String text, Dialect dialect) {
        return assertTimeoutPreemptively(NEVER, () -> {
            Budget budget = new Budget(text.length());
            Reading reading = new Reading(budget);
            reading.read(Source.of(new SourceFile("x", text)), dialect, 0);
            List<Command> found = reading.found();
            assertThat(budget.spent()).isLessThanOrEqualTo(budget.most());
            assertThat(found.size()).isLessThanOrEqualTo(Budget.COMMANDS);
            return found;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "((",
                "$(",
                "\"$(",
                "`",
                "'",
                "\"",
                "${x:-",
                "\"${x:-",
                "$((",
                "{ ",
                "if ",
                "while ",
                "case x in a) ",
                "for x in ",
                "f() ",
                "f() {",
                "[[ ",
                "<(",
                "<<E\n",
                "<<E ",
                "<<E",
                "$(cat <<E\n",
                "!",
                "a|",
                "a&&",
                "a;",
                "${{",
                "\\",
                "$'",
                "x=(",
                "x=$x$x ",
                "eval \"",
                "sudo ",
                "yarn ",
                "env A=b ",
                "kubectl exec ",
                "bash -c '",
                "echo a>x;",
                "./x;",
                "a=b;",
                "a=b c;",
                "if a;then b=$b$b;fi;",
                "export a=b;x;",
                "npx a;",
                "a ",
                "a\n",
                ";;",
                ") ",
                "fi ",
                "#\n",
                "cd a;x;",
                "{ echo a; ",
                "((a) ",
                "x[",
                "find -exec ",
                "mix do a,",
                "\\\"",
                "$a",
                "@",
                ">a ",
                "2>&1 ",
                "retry 1 ",
                "printf %s a;",
                "f() { \"$@\"; };f ",
                "\u0000"
            })
    void aMillionCharactersOfAnythingAreReadInBoundedWork(String piece) {
        read(piece.repeat(1_000_000 / piece.length()), Dialect.POSIX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "$(", "\"$(", "{ ", "if ", "${x:-", "`", "'\"", "((", "while ", "f() {"})
    void aHundredThousandLevelsDoNotOverflowTheStack(String opening) {
        read(opening.repeat(100_000) + "npx prisma db push", Dialect.POSIX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{ ", "if ", "while ", "! ", "case x in a) "})
    void whatStandsDeeperThanAnybodyWritesIsStillSeen(String opening) {
        assertThat(read(opening.repeat(100_000) + "npx prisma db push", Dialect.POSIX).stream()
                        .map(command -> command.words().get(0).text()))
                .contains("prisma");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void oneLineOfTenMegabytesIsRead(Dialect dialect) {
        String line = "npx prisma generate && ".repeat(10_000_000 / 23) + "x";
        assertThat(read(line, dialect)).isNotEmpty();
        assertThat(read("echo \"" + "x ".repeat(5_000_000) + "\"\nnpx prisma db push", dialect))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@\"\n",
                "$(",
                "\"$(",
                "<#",
                "& ",
                "`",
                "$a=\"b\";",
                "'",
                "{",
                "iex \"",
                "(a ",
                "^",
                "%a%",
                "set a=%a%%a%\n",
                "if ",
                "for ",
                "for (\n",
                ":x\n",
                "\"",
                "rem ",
                "start ",
                "call ",
                "a > ",
                "@'\n"
            })
    void otherShellsAreReadInBoundedWork(String piece) {
        read(piece.repeat(1_000_000 / piece.length()), Dialect.POWERSHELL);
        read(piece.repeat(1_000_000 / piece.length()), Dialect.CMD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X=\"a$X$X\"\n", "eval \"$X\"; X=\"$X npx\"\n", "A+=(a \"${A[@]}\")\n"})
    void variablesThatFeedEachOtherDoNotGrowWithoutEnd(String line) {
        read("X=abc\n" + line.repeat(50_000) + "$X", Dialect.POSIX);
    }
}
