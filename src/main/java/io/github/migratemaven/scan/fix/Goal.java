package io.github.migratemaven.scan.fix;

import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Program;
import io.github.migratemaven.scan.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runners that take several goals: only one of them goes. */
final class Goal {
    private static final Set<String> RUNNERS = Set.of("mvn", "mvnd", "gradle", "rake", "rails");

    private Goal() {}

    /** The goal's own part of the command, where others stand beside it. */
    static Optional<Cut> of(Command command, String shown) {
        List<Word> words = command.words();
        if (!RUNNERS.contains(Program.name(words.get(0)))) {
            return Optional.empty();
        }
        long goals = words.stream()
                .skip(1)
                .filter(word -> !word.text().startsWith("-"))
                .count();
        List<String> named = List.of(shown.split(" "));
        for (int i = 1; i < words.size() && goals > 1; i++) {
            if (named.contains(words.get(i).text()) && !words.get(i).text().startsWith("-")) {
                return Optional.of(Cut.of(words.get(i - 1).end(), words.get(i).end()));
            }
        }
        return Optional.empty();
    }
}
