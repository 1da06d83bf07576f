package io.github.migratemaven.scan.shell;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.List;

/** Reads a text and shows its commands as the tables have them: {@code 1:5 prisma db push}. */
final class Shown {
    private Shown() {}

    static List<Command> read(String text, Dialect dialect) {
        Source source = Source.of(new SourceFile("x.sh", text));
        return new ShellCommands().commands(new Body.Shell(source, dialect));
    }

    static List<String> commands(String text, Dialect dialect) {
        return read(text, dialect).stream().map(Shown::show).toList();
    }

    static String show(Command command) {
        Position position = command.source().position(command.words().get(0).start());
        List<String> words =
                command.words().stream().map(word -> quote(word.text())).toList();
        return position.line() + ":" + position.column() + " " + String.join(" ", words);
    }

    /** So that a shell reads the same word. */
    static String quote(String text) {
        boolean plain = !text.isEmpty()
                && text.chars()
                        .allMatch(c -> c == '$'
                                || c == '{'
                                || c == '}'
                                || "@%+=:,./-_".indexOf(c) >= 0
                                || Character.isLetterOrDigit(c));
        return plain ? text : "'" + text.replace("'", "'\\''").replace("\n", "⏎") + "'";
    }
}
