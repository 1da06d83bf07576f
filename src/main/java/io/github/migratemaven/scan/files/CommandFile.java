package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of configuration file that says commands at known keys: most hosting platforms' files are of this form.
 *
 * @param kind what it is, for people
 * @param accepted by path
 * @param reader its format
 * @param rules where its commands are
 * @param atParent whether commands run in the folder above the file's ({@code .do/app.yaml})
 */
record CommandFile(
        String kind,
        Predicate<String> accepted,
        Function<SourceFile, List<Node>> reader,
        List<CommandRule> rules,
        boolean atParent)
        implements Extractor {
    static List<Node> json(SourceFile file) {
        return JsonText.read(file).stream().toList();
    }

    static List<Node> toml(SourceFile file) {
        return List.of(TomlText.read(file));
    }

    static CommandFile of(
            String kind, Predicate<String> accepted, Function<SourceFile, List<Node>> reader, CommandRule... rules) {
        return new CommandFile(kind, accepted, reader, List.of(rules), false);
    }

    CommandFile runningAbove() {
        return new CommandFile(kind, accepted, reader, rules, true);
    }

    @Override
    public boolean accepts(String path) {
        return accepted.test(path);
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        String folder = atParent ? Paths.parent(file.folder()) : file.folder();
        List<Script> scripts = new ArrayList<>();
        for (Node document : reader.apply(file)) {
            for (CommandRule rule : rules) {
                rule.scripts(file, document, folder, scripts::add);
            }
        }
        return new Extract(scripts, List.of());
    }

    /** A command as a key's value: text or lines for a shell; a list in exec form a program with its arguments. */
    static Optional<Body> body(Node value, boolean exec) {
        if (value.sources().isEmpty()) {
            return Optional.empty();
        }
        boolean list = value.source().isEmpty();
        return Optional.of(list && exec ? new Body.Arguments(value.sources()) : Bodies.lines(value.sources()));
    }
}
