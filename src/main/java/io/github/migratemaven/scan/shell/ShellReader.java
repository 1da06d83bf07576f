package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Script;
import java.util.List;

/** From a script's body to the commands that it can run. Never throws, whatever the text. */
public interface ShellReader {
    /**
     * Every simple command in an executable position: in lists, pipes, subshells, branches, loops, functions, {@code $( )},
     * heredocs of interpreters, {@code sh -c} texts, scripts written by echo or cat and run later. Not: comments, arguments of
     * echo and printf, heredoc text for cat, dead branches ({@code if false}).
     */
    List<Command> commands(Script.Body body);
}
