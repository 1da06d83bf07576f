package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.shell.Command;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where a client takes its SQL from: its arguments, what is piped into it, files.
 *
 * @param files options whose value is a file
 */
record SqlInput(Set<String> files) {
    SqlInput {
        files = Set.copyOf(files);
    }

    /** The first statement that destroys something, shortened for showing. */
    Optional<String> destructive(Command command, List<Arg> args, Function<String, Optional<String>> read) {
        boolean file = false;
        for (Arg arg : args) {
            String text = arg.value() == null ? arg.text() : arg.value();
            boolean attached = shortForm(arg);
            boolean names = file || arg.value() != null && files.contains(arg.name()) || attached;
            file = arg.option() && arg.value() == null && (files.contains(arg.name()) || bundle(arg.text()))
                    || arg.text().equals("<");
            Optional<String> found =
                    names ? inFile(attached ? text.substring(2) : text, read) : inText(statement(arg, text), read);
            if (found.isPresent()) {
                return found;
            }
        }
        Optional<String> redirected =
                command.inputFile().isEmpty() ? Optional.empty() : inFile(command.inputFile(), read);
        return redirected.isPresent() ? redirected : inText(command.input(), read);
    }

    /** {@code -qXf}: the last of a few letters behind one dash takes the next word. */
    private boolean bundle(String text) {
        int last = text.length() - 1;
        return last >= 2
                && last <= 5
                && text.charAt(1) != '-'
                && text.chars().skip(1).allMatch(Character::isLetter)
                && files.contains("-" + text.charAt(last));
    }

    /** {@code -c"DROP DATABASE app"}: behind a short option's letter, without a blank. */
    private static String statement(Arg arg, String text) {
        boolean attached = arg.option()
                && arg.value() == null
                && text.length() > 2
                && text.charAt(1) != '-'
                && text.indexOf(' ') > 0;
        return attached ? text.substring(2) : text;
    }

    /** {@code -freset.sql}. */
    private boolean shortForm(Arg arg) {
        return arg.option()
                && arg.value() == null
                && arg.text().length() > 2
                && arg.text().endsWith(".sql")
                && files.contains(arg.text().substring(0, 2));
    }

    private static Optional<String> inFile(String path, Function<String, Optional<String>> read) {
        return read.apply(path).flatMap(DestructiveSql::first).map(statement -> path + ": " + statement);
    }

    private static Optional<String> inText(String text, Function<String, Optional<String>> read) {
        if (text.length() < 6) {
            return Optional.empty();
        }
        return included(text).map(path -> inFile(path, read)).orElseGet(() -> DestructiveSql.first(text));
    }

    /** The file that {@code \i x.sql}, {@code source x.sql} or {@code .read x.sql} names. */
    private static Optional<String> included(String text) {
        String line = text.strip();
        String lower = line.toLowerCase(Locale.ROOT);
        for (String command : List.of("\\i ", "\\ir ", "source ", "\\. ", ".read ")) {
            if (lower.startsWith(command)) {
                String path = line.substring(command.length()).strip();
                int end = path.indexOf('\n');
                path = end < 0 ? path : path.substring(0, end).strip();
                return Optional.of(path.endsWith(";") ? path.substring(0, path.length() - 1) : path);
            }
        }
        return Optional.empty();
    }
}
