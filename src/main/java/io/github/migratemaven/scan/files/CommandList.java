package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of commands that one shell runs one after the other: {@code script:} and its like. */
public final class CommandList {
    private CommandList() {}

    /** The texts of a scalar, a list, or lists in a list. */
    public static List<Source> of(Optional<Node> node) {
        List<Source> all = new ArrayList<>();
        node.ifPresent(n -> collect(n, all));
        return all;
    }

    private static void collect(Node node, List<Source> all) {
        node.source().ifPresent(all::add);
        node.items().forEach(item -> collect(item, all));
    }

    /**
     * One body for all, so that what one line exports, writes or changes to holds for the next; in several parts where the texts
     * do not stand in this order in one file (anchors, references).
     */
    public static Optional<Body> body(List<Source> commands, Dialect dialect) {
        List<Body> parts = new ArrayList<>();
        List<Source> run = new ArrayList<>();
        for (Source command : commands) {
            if (!run.isEmpty() && !follows(run.get(run.size() - 1), command)) {
                parts.add(new Body.Shell(joined(run), dialect));
                run.clear();
            }
            if (!command.text().isBlank()) {
                run.add(command);
            }
        }
        if (!run.isEmpty()) {
            parts.add(new Body.Shell(joined(run), dialect));
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parts.size() == 1 ? parts.get(0) : new Body.Sequence(parts));
    }

    private static boolean follows(Source before, Source after) {
        return before.file() == after.file() && before.offset(before.text().length()) <= after.offset(0);
    }

    private static Source joined(List<Source> commands) {
        if (commands.size() == 1) {
            return commands.get(0);
        }
        MappedText text = new MappedText();
        Source last = commands.get(0);
        for (Source command : commands) {
            if (text.length() > 0) {
                text.append('\n', last.offset(last.text().length()));
            }
            text.append(command, 0, command.text().length());
            last = command;
        }
        return text.toSource(last.file(), last.offset(last.text().length()));
    }
}
