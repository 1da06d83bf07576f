package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;
import java.util.List;
import java.util.Map;

/**
 * One simple command that can really run, wrappers peeled off.
 *
 * @param words program and arguments; never empty
 * @param environment assignments in front of it, on its wrappers, or exported above it in the same script; the key {@code .env}
 *     names the file that its environment was loaded from: {@code .env.test}
 * @param source the text that the words' indices count in
 * @param wrappers what was peeled off, outermost first, for example {@code sudo}, {@code npx}, {@code docker compose exec}
 * @param remote whether a wrapper sends it elsewhere: docker exec, kubectl exec, heroku run, ssh
 * @param input what is piped or redirected into it, if that is known text (a heredoc, {@code echo …|}); empty string = nothing
 * @param inputFile the file that is redirected or piped into it, as written: {@code psql < reset.sql}; empty string = none
 * @param folder where {@code cd} led before it, as written, seen from where the script starts; empty string = nowhere else
 */
public record Command(
        List<Word> words,
        Map<String, String> environment,
        Source source,
        List<String> wrappers,
        boolean remote,
        String input,
        String inputFile,
        String folder) {
    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
        wrappers = List.copyOf(wrappers);
    }

    /** One that reads no file and runs where its script starts. */
    public Command(
            List<Word> words,
            Map<String, String> environment,
            Source source,
            List<String> wrappers,
            boolean remote,
            String input) {
        this(words, environment, source, wrappers, remote, input, "", "");
    }

    /** The same with another environment. */
    public Command with(Map<String, String> other) {
        return new Command(words, other, source, wrappers, remote, input, inputFile, folder);
    }
}
