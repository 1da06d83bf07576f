package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Script;
import java.util.List;
import java.util.Map;

/** From a script's body to the commands that it can run. Never throws, whatever the text. */
public interface ShellReader {
    /**
     * Every simple command in an executable position: in lists, pipes, subshells, branches, loops, functions, {@code $( )},
     * heredocs of interpreters, {@code sh -c} texts, scripts written by echo or cat and run later. Not: comments, arguments of
     * echo and printf, heredoc text for cat, dead branches ({@code if false}).
     */
    default List<Command> commands(Script.Body body) {
        return commands(body, Map.of());
    }

    /** @param environment what is set where it runs; a value that is not literal is passed over */
    List<Command> commands(Script.Body body, Map<String, String> environment);
}
