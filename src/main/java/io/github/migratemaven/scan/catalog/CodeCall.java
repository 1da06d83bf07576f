package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A call in a build script's own language whose name says which tool it drives: {@code utils.runLiquibaseAction("dropAll")} in
 * a Jenkinsfile, {@code Rake::Task['db:drop'].invoke} in a Rakefile.
 *
 * @param tool the tool's name, lower case
 */
record CodeCall(String tool, List<Arg> args) {
    /** Shorter names are everyday words: run, go, mix, rake. */
    static final int SHORTEST = 6;

    private static final int LONGEST = 200;

    static Optional<CodeCall> of(Command command, Set<String> known) {
        Word head = command.words().get(0);
        String text = head.text();
        int open = openingIn(text);
        String name = open < 0 ? text : text.substring(0, open);
        if (!head.literal() || name.length() > LONGEST || name.indexOf('/') >= 0 || name.indexOf('-') >= 0) {
            return Optional.empty();
        }
        Optional<String> tool = tool(name, open >= 0, known);
        return tool.isEmpty()
                ? Optional.empty()
                : Optional.of(new CodeCall(tool.get(), args(command, open < 0 ? "" : text.substring(open))));
    }

    private static int openingIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(' || text.charAt(i) == '[') {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> tool(String name, boolean call, Set<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (call && known.contains(lower)) {
            return Optional.of(lower);
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        for (String hump : Tokens.humps(last)) {
            if (hump.length() >= SHORTEST && hump.length() < last.length() && known.contains(hump)) {
                return Optional.of(hump);
            }
        }
        return Optional.empty();
    }

    private static List<Arg> args(Command command, String rest) {
        List<String> words = new ArrayList<>();
        Tokens.split(rest, "()[]'\", \t", words);
        for (Word word : command.words().subList(1, command.words().size())) {
            Tokens.split(word.text(), "()[]'\", \t", words);
        }
        List<Arg> args = new ArrayList<>();
        for (String word : words) {
            args.add(Arg.of(word, false));
        }
        return args;
    }
}
