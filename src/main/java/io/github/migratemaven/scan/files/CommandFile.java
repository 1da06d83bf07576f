package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A kind of configuration file that says commands at known keys: most hosting platforms' files are of this form.
 *
 * @param kind what it is, for people
 * @param accepted by path
 * @param format how it is written
 * @param rules where its commands are
 * @param atParent whether commands run in the folder above the file's ({@code .do/app.yaml})
 */
record CommandFile(String kind, Predicate<String> accepted, Format format, List<CommandRule> rules, boolean atParent)
        implements Extractor {
    private static final int DEEPEST = 12;
    private static final int MAX_SETTINGS = 5000;

    static CommandFile of(String kind, Predicate<String> accepted, Format format, CommandRule... rules) {
        return new CommandFile(kind, accepted, format, List.of(rules), false);
    }

    CommandFile runningAbove() {
        return new CommandFile(kind, accepted, format, rules, true);
    }

    @Override
    public Set<String> endings() {
        return accepted instanceof FileNames names ? names.lowerCase() : Set.of();
    }

    @Override
    public boolean accepts(String path) {
        return accepted.test(path);
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        String folder = atParent ? Paths.parent(file.folder()) : file.folder();
        List<Script> scripts = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        for (Node document : format.read(file)) {
            for (CommandRule rule : rules) {
                rule.scripts(file, document, folder, scripts::add);
            }
            settings(file, document, evidence(), 0, settings);
        }
        return new Extract(scripts, settings);
    }

    /** What holds for all that such a file says: only a development environment's does so. */
    private Set<Evidence> evidence() {
        return rules.stream().allMatch(rule -> rule.evidence().contains(Evidence.DEVELOPMENT))
                ? Set.of(Evidence.DEVELOPMENT)
                : Set.of();
    }

    /** The variables that the platform sets, wherever in the file. */
    private static void settings(
            SourceFile file, Node node, Set<Evidence> evidence, int depth, List<Setting> settings) {
        if (depth > DEEPEST || settings.size() > MAX_SETTINGS) {
            return;
        }
        for (Node.Entry entry : node.entries()) {
            if (CommandRule.ENVIRONMENTS.contains(entry.key())) {
                settings.addAll(EnvironmentNode.settings(file, Optional.of(entry.value()), evidence));
            }
            Set<Evidence> below = EnumSet.noneOf(Evidence.class);
            below.addAll(evidence);
            below.addAll(NameEvidence.ofName(entry.key()));
            if (entry.key().equals("review")) {
                below.add(Evidence.THROWAWAY_DATABASE);
            }
            settings(file, entry.value(), below, depth + 1, settings);
        }
        node.items().forEach(item -> settings(file, item, evidence, depth + 1, settings));
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
