package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code scripts} of a composer.json (https://getcomposer.org/doc/articles/scripts.md). */
public final class ComposerJson implements Extractor {
    private static final Set<String> ENDINGS = Set.of("composer.json");

    /** Events of an install, which every build does. */
    private static final Set<String> INSTALL =
            Set.of("pre-install-cmd", "post-install-cmd", "pre-autoload-dump", "post-autoload-dump", "auto-scripts");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return Paths.name(path).equals("composer.json");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        JsonText.read(file)
                .flatMap(root -> root.get("scripts"))
                .ifPresent(all -> all.entries().forEach(entry -> {
                    List<Body> parts = new ArrayList<>();
                    commands(entry).forEach(command -> parts.add(part(file, command)));
                    scripts.add(Draft.task(file, entry.start(), "composer", entry.key())
                            .withEntry(INSTALL.contains(entry.key()) ? Entry.BUILD : EntryNames.task(entry.key()))
                            .withEvidence(EntryNames.evidence(entry.key()))
                            .runs(Bodies.sequence(parts)));
                }));
        return new Extract(scripts, List.of());
    }

    /** Symfony's {@code auto-scripts}: the command is the key, the value says how it is run. */
    private static List<Source> commands(Node.Entry entry) {
        if (entry.value().entries().isEmpty()) {
            return entry.value().sources();
        }
        SourceFile file = entry.value()
                .entries()
                .get(0)
                .value()
                .source()
                .map(Source::file)
                .orElse(null);
        List<Source> commands = new ArrayList<>();
        for (Node.Entry script : entry.value().entries()) {
            String prefix = switch (script.value().text()) {
                case "symfony-cmd" -> "php bin/console ";
                case "php-script" -> "php ";
                default -> "";
            };
            if (file != null) {
                commands.add(Bodies.at(file, script.start() + 1, prefix + script.key()));
            }
        }
        return commands;
    }

    private static Body part(SourceFile file, Source command) {
        String text = command.text();
        for (String program : List.of("@php ", "@composer ")) {
            if (text.startsWith(program)) {
                return Bodies.shell(command.slice(1, text.length()));
            }
        }
        if (text.startsWith("@putenv ")) {
            MappedText export = new MappedText();
            export.append("export", command.offset(0));
            export.append(command, "@putenv".length(), text.length());
            return Bodies.shell(export.toSource(file, command.offset(text.length())));
        }
        if (text.startsWith("@")) {
            String name = text.substring(1).strip().split("\\s", 2)[0];
            return Bodies.tasks(List.of(name), "composer", file.folder(), command.position(0));
        }
        return text.contains("::") && !text.contains(" ") ? new Body.Sequence(List.of()) : Bodies.shell(command);
    }
}
