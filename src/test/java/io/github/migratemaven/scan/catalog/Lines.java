package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tables of {@code line => expectation}, and lines taken apart: blanks and quotes only, no shell. */
final class Lines {
    private Lines() {}

    static Stream<Arguments> of(String file) {
        try (InputStream in = Objects.requireNonNull(Lines.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Lines::row);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Arguments row(String line) {
        int arrow = line.lastIndexOf("=>");
        return Arguments.of(
                line.substring(0, arrow).strip(), line.substring(arrow + 2).strip());
    }

    /** Assignments in front become the environment; what follows {@code <<<} is the input. */
    static Command command(String line) {
        int here = line.indexOf(" <<< ");
        String text = here < 0 ? line : line.substring(0, here);
        Map<String, String> environment = new LinkedHashMap<>();
        List<Word> words = new ArrayList<>();
        for (Word word : words(text)) {
            int equals = word.text().indexOf('=');
            if (words.isEmpty()
                    && equals > 0
                    && word.text().substring(0, equals).matches("\\w+")) {
                environment.put(word.text().substring(0, equals), word.text().substring(equals + 1));
            } else {
                words.add(word);
            }
        }
        return new Command(
                words,
                environment,
                Source.of(new SourceFile("x.sh", line)),
                List.of(),
                false,
                here < 0 ? "" : line.substring(here + 5));
    }

    private static List<Word> words(String line) {
        List<Word> words = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        char quote = 0;
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            char c = i == line.length() ? ' ' : line.charAt(i);
            if (quote == 0 && c == ' ') {
                if (start >= 0) {
                    words.add(new Word(text.toString(), text.indexOf("$") < 0, start, i));
                    text.setLength(0);
                    start = -1;
                }
                continue;
            }
            start = start < 0 ? i : start;
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else {
                text.append(c);
            }
        }
        return words;
    }
}
