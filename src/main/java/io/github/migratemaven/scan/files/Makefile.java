package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Targets of a Makefile: {@code make:TARGET}; of one that has to be named with {@code -f}, {@code make:FILE:TARGET}. What it
 * includes counts as written in it.
 */
public final class Makefile implements Extractor {
    private static final Set<String> DEFAULT_NAMES = Set.of("Makefile", "makefile", "GNUmakefile");

    /** What follows {@code Makefile.} in files that are no Makefiles, or templates of one. */
    private static final Set<String> OTHERS =
            Set.of("toml", "java", "kt", "go", "rs", "py", "js", "ts", "cs", "am", "in", "md", "PL");

    @Override
    public boolean accepts(String path) {
        String name = Paths.name(path);
        return DEFAULT_NAMES.contains(name)
                || name.startsWith("Makefile.") && !OTHERS.contains(name.substring("Makefile.".length()))
                || name.endsWith(".mk")
                || name.endsWith(".mak");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        boolean named = !DEFAULT_NAMES.contains(file.name());
        if (named && isIncluded(file, project)) {
            return Extract.NOTHING;
        }
        MakeRules rules = new MakeRules(file.folder(), project);
        rules.read(file);
        String prefix = named ? file.name() + ":" : "";
        String goal = rules.defaultGoal();
        Map<String, String> environment = rules.environment();
        List<Script> scripts = new ArrayList<>();
        for (MakeRules.Target target : rules.targets().values()) {
            if (!isSpecial(target.name())) {
                scripts.add(script(
                        target, file, rules, prefix, environment, target.name().equals(goal) && !named));
            }
        }
        return new Extract(scripts, List.of());
    }

    private static Script script(
            MakeRules.Target target,
            SourceFile file,
            MakeRules rules,
            String prefix,
            Map<String, String> environment,
            boolean isDefault) {
        Position position = target.file().position(target.start());
        List<Body> parts = new ArrayList<>();
        if (!target.prerequisites().isEmpty()) {
            List<String> names = new ArrayList<>();
            for (String prerequisite : target.prerequisites()) {
                names.add(prefix + rules.making(prerequisite));
            }
            parts.add(Bodies.tasks(names, "make", file.folder(), position));
        }
        List<Source> recipe = new ArrayList<>();
        for (Source written : target.recipe()) {
            Source line = expand(written, target, rules);
            if (!line.text().isBlank()) {
                recipe.add(line);
            }
        }
        if (rules.oneShell()) {
            parts.add(Bodies.lines(recipe));
        } else {
            for (Source line : recipe) {
                parts.add(Bodies.shell(line));
            }
        }
        Entry entry = isDefault ? EntryNames.defaultTask(target.name()) : EntryNames.task(target.name());
        Draft draft = Draft.task(file, 0, "make", prefix + target.name());
        return new Draft(
                        draft.id(),
                        '"' + target.name() + '"',
                        position,
                        entry,
                        file.folder(),
                        environment,
                        EntryNames.evidence(target.name()))
                .runs(Bodies.sequence(parts));
    }

    private static Source expand(Source line, MakeRules.Target target, MakeRules rules) {
        MappedText text = new MappedText();
        String all = String.join(" ", target.prerequisites());
        Map<String, String> automatic =
                Map.of("@", target.name(), "^", all, "+", all, "<", all.isEmpty() ? "" : all.split(" ", 2)[0]);
        rules.variables().expand(line, automatic, text);
        Source expanded = text.toSource(line.file(), line.offset(line.text().length()));
        // A definition that stands for the whole recipe begins with make's signs, too.
        return MakeLine.stripped(expanded);
    }

    /** make's own: {@code .PHONY}, suffix rules. */
    private static boolean isSpecial(String name) {
        return name.isEmpty()
                || name.startsWith(".") && !name.contains("/") && name.chars().noneMatch(Character::isLowerCase);
    }

    /** Whether a Makefile in its folder or above names it, so that it is read there. */
    private static boolean isIncluded(SourceFile file, ProjectFiles project) {
        String folder = file.folder();
        String extension = file.name().substring(file.name().lastIndexOf('.'));
        while (true) {
            for (String name : DEFAULT_NAMES) {
                Optional<SourceFile> makefile = project.read(Paths.resolve(folder, name));
                String text = makefile.isPresent() ? makefile.get().text() : "";
                if (text.contains("include") && (text.contains(file.name()) || text.contains("*" + extension))) {
                    return true;
                }
            }
            if (folder.isEmpty()) {
                return false;
            }
            folder = Paths.parent(folder);
        }
    }
}
