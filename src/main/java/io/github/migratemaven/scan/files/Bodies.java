package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Call;
import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Bodies of scripts out of texts and names. */
final class Bodies {
    private Bodies() {}

    static Body shell(Source source) {
        return new Body.Shell(source, Dialect.POSIX);
    }

    /** Lines that one shell reads in turn: what {@code cd} and {@code export} say holds for the next. */
    static Body lines(List<Source> lines) {
        if (lines.size() == 1) {
            return shell(lines.get(0));
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).offset(0) < lines.get(i - 1).offset(0)) {
                // A YAML alias in between: one text cannot go back in the file.
                return separately(lines);
            }
        }
        return lines.isEmpty() ? new Body.Sequence(List.of()) : shell(join(lines));
    }

    /** Each in a shell of its own. */
    static Body separately(List<Source> commands) {
        List<Body> parts = new ArrayList<>();
        for (Source command : commands) {
            parts.add(shell(command));
        }
        return sequence(parts);
    }

    static Body sequence(List<Body> parts) {
        return parts.size() == 1 ? parts.get(0) : new Body.Sequence(parts);
    }

    static Body call(ScriptId target, Position position) {
        return new Body.Calls(List.of(new Call(target, position)));
    }

    static Body tasks(List<String> names, String tool, String folder, Position position) {
        List<Call> calls = new ArrayList<>();
        for (String name : names) {
            calls.add(new Call(new ScriptId(Kind.TASK, folder, tool + ":" + name), position));
        }
        return new Body.Calls(calls);
    }

    /** A program and arguments that the file means without writing them so; all of them stand where the meaning stands. */
    static Body implied(SourceFile file, int offset, String... words) {
        List<Source> sources = new ArrayList<>();
        for (String word : words) {
            sources.add(at(file, offset, word));
        }
        return new Body.Arguments(sources);
    }

    /** A text that stands for what is written at one place. */
    static Source at(SourceFile file, int offset, String text) {
        MappedText mapped = new MappedText();
        mapped.append(text, offset);
        return mapped.toSource(file, offset);
    }

    /** A command with more arguments behind it, quoted for a shell. */
    static Source append(Source command, List<Source> arguments) {
        MappedText mapped = new MappedText();
        int end = command.text().length();
        mapped.append(command, 0, end);
        int last = command.offset(end);
        for (Source argument : arguments) {
            // One that is written before the command: places must not go back.
            last = Math.max(last, argument.offset(0));
            mapped.append(" '" + argument.text().replace("'", "'\\''") + "'", last);
        }
        return mapped.toSource(command.file(), last);
    }

    private static Source join(List<Source> lines) {
        MappedText mapped = new MappedText();
        for (Source line : lines) {
            int end = line.text().length();
            mapped.append(line, 0, end);
            mapped.append('\n', line.offset(end));
        }
        Source last = lines.get(lines.size() - 1);
        return mapped.toSource(last.file(), last.offset(last.text().length()));
    }
}
