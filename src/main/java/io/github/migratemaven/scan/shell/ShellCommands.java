package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads POSIX shells (with bash's additions), PowerShell and cmd. Follows constants through variables, peels wrappers, leaves out
 * what cannot run. Work and memory are in proportion to the text; nothing is executed. Stateless and thread-safe.
 */
public final class ShellCommands implements ShellReader {
    @Override
    public List<Command> commands(Body body, Map<String, String> environment) {
        Reading reading = new Reading(new Budget(length(body)));
        first(body).ifPresent(source -> reading.variables.give(environment, source));
        read(body, reading);
        return reading.found();
    }

    private static void read(Body body, Reading reading) {
        if (body instanceof Body.Shell shell) {
            reading.read(shell.source(), shell.dialect(), 0);
        } else if (body instanceof Body.Arguments arguments) {
            arguments(arguments.words(), reading);
        } else if (body instanceof Body.Sequence sequence) {
            sequence.parts().forEach(part -> read(part, reading));
        }
    }

    private static Optional<Source> first(Body body) {
        if (body instanceof Body.Shell shell) {
            return Optional.of(shell.source());
        }
        if (body instanceof Body.Arguments arguments) {
            return arguments.words().stream().findFirst();
        }
        return body instanceof Body.Sequence sequence
                ? sequence.parts().stream()
                        .flatMap(part -> first(part).stream())
                        .findFirst()
                : Optional.empty();
    }

    static long length(Body body) {
        if (body instanceof Body.Shell shell) {
            return shell.source().text().length();
        }
        if (body instanceof Body.Arguments arguments) {
            return arguments.words().stream()
                    .mapToLong(word -> word.text().length())
                    .sum();
        }
        return body instanceof Body.Sequence sequence
                ? sequence.parts().stream().mapToLong(ShellCommands::length).sum()
                : 0;
    }

    /** The words of an exec form, put side by side so that one text holds them all. */
    private static void arguments(List<Source> words, Reading reading) {
        if (words.isEmpty()) {
            return;
        }
        Transcript all = new Transcript();
        int[] starts = new int[words.size()];
        int length = 0;
        for (int i = 0; i < words.size(); i++) {
            Source word = words.get(i);
            int end = word.offset(word.text().length());
            int[] offsets = new int[word.text().length() + 2];
            for (int c = 0; c <= word.text().length(); c++) {
                offsets[c] = word.offset(c);
            }
            offsets[offsets.length - 1] = end;
            all.add(new Traced(words.get(0).file(), word.text() + " ", offsets));
            starts[i] = length;
            length += word.text().length() + 1;
        }
        Source joined = all.joined().source();
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < Math.min(words.size(), Budget.WORDS); i++) {
            fields.add(Field.of(words.get(i).text(), starts[i]));
        }
        reading.exec(reading.invocation(fields, joined, Map.of(), null));
    }
}
