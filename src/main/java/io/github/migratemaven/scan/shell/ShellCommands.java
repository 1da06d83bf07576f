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
        Optional<Source> first = first(body);
        if (first.isPresent()) {
            reading.variables.give(environment, first.get());
        }
        read(body, reading);
        return reading.found();
    }

    private static void read(Body body, Reading reading) {
        if (body instanceof Body.Shell shell) {
            reading.read(shell.source(), shell.dialect(), 0);
        } else if (body instanceof Body.Arguments arguments) {
            arguments(arguments.words(), reading);
        } else if (body instanceof Body.Sequence sequence) {
            for (Body part : sequence.parts()) {
                read(part, reading);
            }
        }
    }

    private static Optional<Source> first(Body body) {
        if (body instanceof Body.Shell shell) {
            return Optional.of(shell.source());
        }
        if (body instanceof Body.Arguments arguments && !arguments.words().isEmpty()) {
            return Optional.of(arguments.words().get(0));
        }
        if (body instanceof Body.Sequence sequence) {
            for (Body part : sequence.parts()) {
                Optional<Source> first = first(part);
                if (first.isPresent()) {
                    return first;
                }
            }
        }
        return Optional.empty();
    }

    static long length(Body body) {
        if (body instanceof Body.Shell shell) {
            return shell.source().text().length();
        }
        long length = 0;
        if (body instanceof Body.Arguments arguments) {
            for (Source word : arguments.words()) {
                length += word.text().length();
            }
        } else if (body instanceof Body.Sequence sequence) {
            for (Body part : sequence.parts()) {
                length += length(part);
            }
        }
        return length;
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
