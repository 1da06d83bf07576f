package io.github.migratemaven.scan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.scan.Script.Dialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for any text. {@code -DargLine=-Dseed=N} tries others; a failure names the text, and the seed is printed. */
@Timeout(value = 200, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ShellPropertyTest {
    private static final String PIECES = "'\"`$(){}[]<>|&;\\\n\t #=!*?~^%@:,.-+/aZ0é\u0000\uD83D\r";
    private static final List<String> WORDS = List.of(
            "if ",
            "then ",
            "fi\n",
            "do ",
            "done\n",
            "case x in ",
            "esac ",
            "for x in ",
            "while ",
            "f() ",
            "{ ",
            "}\n",
            "<<EOF\n",
            "\nEOF\n",
            "$((",
            "))",
            "${x:-",
            "$(",
            "[[ ",
            "]] ",
            "npx ",
            "sudo -u ",
            "bash -c '",
            "eval \"",
            "echo ",
            "cat <<-'X' | sh\n",
            "X=",
            "X=(",
            "$X",
            "\"${X[@]}\"",
            "docker exec ",
            "ssh a ",
            "prisma db push",
            "$'\\",
            "Write-Host ",
            "@\"\n",
            "\n\"@",
            "set A=",
            "%A%",
            "rem ",
            ":x\n",
            "exit\n",
            "> f ",
            "chmod +x f\n",
            "find -exec ");

    private static final long SEED = Long.getLong("seed", 20_240_607);

    private final Random random = new Random(SEED);

    @BeforeAll
    static void saySeed() {
        System.out.println("ShellPropertyTest: seed " + SEED);
    }

    @Test
    void randomTextsAreReadWithoutFailureAndInsideTheText() {
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int k = 0; k < length; k++) {
                text.append(
                        random.nextInt(3) == 0
                                ? WORDS.get(random.nextInt(WORDS.size()))
                                : PIECES.charAt(random.nextInt(PIECES.length())));
            }
            holds(text.toString());
        }
    }

    @Test
    void mutatedScriptsAreReadWithoutFailureAndInsideTheText() throws IOException {
        List<String> scripts = ShellTableTest.texts();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(scripts.get(random.nextInt(scripts.size())));
            for (int k = 0; k <= random.nextInt(4); k++) {
                int at = random.nextInt(text.length() + 1);
                switch (random.nextInt(4)) {
                    case 0 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
                    case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(4)));
                    case 2 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
                    default -> text.append('\n').append(scripts.get(random.nextInt(scripts.size())));
                }
            }
            holds(text.toString());
        }
    }

    private static void holds(String text) {
        for (Dialect dialect : Dialect.values()) {
            List<Command> commands;
            try {
                commands = Shown.read(text, dialect);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        e + " at " + e.getStackTrace()[0] + ", " + e.getStackTrace()[1] + ", " + e.getStackTrace()[2]
                                + " in " + dialect + ": " + text.replace('\u0000', '?'),
                        e);
            }
            for (Command command : commands) {
                assertThat(command.words()).as(text).isNotEmpty();
                int length = command.source().text().length();
                int last = -1;
                for (int i = 0; i <= length; i++) {
                    assertThat(command.source().offset(i)).as(text).isBetween(Math.max(0, last), text.length());
                    last = command.source().offset(i);
                }
                for (Word word : command.words()) {
                    assertThat(word.start()).as(text).isBetween(0, length);
                    assertThat(word.end()).as(text).isBetween(word.start(), length);
                }
            }
        }
    }

    @Test
    void wordsThatAreWrittenInQuotesAreReadAsTheSameWords() {
        for (int i = 0; i < 20_000; i++) {
            List<String> words = new ArrayList<>();
            words.add("program");
            for (int k = random.nextInt(5); k >= 0; k--) {
                StringBuilder word = new StringBuilder();
                for (int c = random.nextInt(12); c > 0; c--) {
                    word.append(PIECES.charAt(random.nextInt(PIECES.length())));
                }
                words.add(word.toString());
            }
            String single =
                    words.stream().map(w -> "'" + w.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
            String twice = words.stream()
                    .map(w -> "\"" + w.replaceAll("([\"$`\\\\])", "\\\\$1") + "\"")
                    .collect(Collectors.joining("\t"));
            for (String text : List.of(single, twice)) {
                List<Command> commands = Shown.read(text, Dialect.POSIX);
                assertThat(commands).as(text).hasSize(1);
                assertThat(commands.get(0).words().stream().map(Word::text))
                        .as(text)
                        .isEqualTo(words);
                assertThat(commands.get(0).words()).as(text).allMatch(Word::literal);
            }
        }
    }

    @Test
    void theCommandsOfAnyScriptArePrintedAndReadAgainAsTheSameWords() throws IOException {
        List<String> scripts = ShellTableTest.texts();
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(scripts.get(random.nextInt(scripts.size())));
            text.insert(random.nextInt(text.length() + 1), WORDS.get(random.nextInt(WORDS.size())));
            for (Command command : Shown.read(text.toString(), Dialect.POSIX)) {
                List<String> words = command.words().stream().map(Word::text).toList();
                // A program that is nobody's wrapper, so that nothing is peeled off again.
                String printed = "program "
                        + words.stream()
                                .map(w -> "'" + w.replace("'", "'\\''") + "'")
                                .collect(Collectors.joining(" "));
                List<Command> again = Shown.read(printed, Dialect.POSIX);
                assertThat(again).as(printed).hasSize(1);
                assertThat(again.get(0).words().stream().skip(1).map(Word::text))
                        .as(text.toString())
                        .containsExactlyElementsOf(words);
            }
        }
    }

    @Test
    void aQuotedTextWithinATextIsReadAsTheSameWords() {
        for (int i = 0; i < 5_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int c = random.nextInt(12); c > 0; c--) {
                word.append(PIECES.charAt(random.nextInt(PIECES.length())));
            }
            String inner = "program " + "'" + word.toString().replace("'", "'\\''") + "'";
            String text = "sh -c '" + inner.replace("'", "'\\''") + "'";
            List<Command> commands = Shown.read(text, Dialect.POSIX);
            assertThat(commands).as(text).hasSize(1);
            assertThat(commands.get(0).words().stream().map(Word::text))
                    .as(text)
                    .containsExactly("program", word.toString());
            int start = commands.get(0)
                    .source()
                    .offset(commands.get(0).words().get(0).start());
            assertThat(start).isEqualTo(7);
        }
    }
}
