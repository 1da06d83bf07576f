package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a Makefile and what it includes (GNU make manual, chapters 3 to 6). Both branches of a conditional are read: which one
 * holds is known only where it runs.
 */
final class MakeRules {
    private static final int MAX_TARGETS = 20_000;
    private static final int MAX_FILES = 100;
    /** A pattern without anything around its stem would fit every file, and nobody has this many. */
    private static final int MAX_PATTERNS = 100;

    private final ProjectFiles project;
    private final Set<String> files = new HashSet<>();
    private final MakeVariables variables = new MakeVariables();
    private final Set<String> exportedNames = new HashSet<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final String folder;
    /** Targets that a recipe line belongs to. */
    private List<Target> current = List.of();

    /** Targets that are patterns; null until somebody asks. */
    private List<String> patterns;

    private boolean oneShell;
    private String defaultGoal = "";
    private char recipePrefix = '\t';

    /** A target with all that its rules say. */
    record Target(String name, SourceFile file, int start, Set<String> prerequisites, List<Source> recipe) {}

    MakeRules(String folder, ProjectFiles project) {
        this.folder = folder;
        this.project = project;
    }

    Map<String, Target> targets() {
        return targets;
    }

    MakeVariables variables() {
        return variables;
    }

    /** The variables that recipes find in their environment. */
    Map<String, String> environment() {
        Map<String, String> all = new HashMap<>();
        for (String name : exportedNames) {
            if (variables.knows(name)) {
                all.put(name, variables.expand("$(" + name + ")"));
            }
        }
        return all;
    }

    boolean oneShell() {
        return oneShell;
    }

    /** The target that make builds when none is named; empty string = there is none. */
    String defaultGoal() {
        if (!defaultGoal.isEmpty()) {
            return variables.expand(defaultGoal);
        }
        for (String name : targets.keySet()) {
            if (!name.startsWith(".") && !name.contains("%")) {
                return name;
            }
        }
        return "";
    }

    /** The target that makes a prerequisite: itself, or the first pattern that fits. To be asked when all is read. */
    String making(String prerequisite) {
        if (targets.containsKey(prerequisite)) {
            return prerequisite;
        }
        if (patterns == null) {
            patterns = patterns();
        }
        for (String name : patterns) {
            if (fits(name, prerequisite)) {
                return name;
            }
        }
        return prerequisite;
    }

    private List<String> patterns() {
        List<String> found = new ArrayList<>();
        for (String name : targets.keySet()) {
            if (name.indexOf('%') >= 0 && found.size() < MAX_PATTERNS) {
                found.add(name);
            }
        }
        return found;
    }

    private static boolean fits(String pattern, String name) {
        int stem = pattern.indexOf('%');
        return name.length() >= pattern.length()
                && name.startsWith(pattern.substring(0, stem))
                && name.endsWith(pattern.substring(stem + 1));
    }

    void read(SourceFile file) {
        if (files.size() >= MAX_FILES || !files.add(file.path())) {
            return;
        }
        List<TextLine> lines = TextLine.all(file);
        for (int i = 0; i < lines.size() && targets.size() < MAX_TARGETS; i++) {
            int last = i;
            while (last + 1 < lines.size() && endsInContinuation(lines.get(last).text())) {
                last++;
            }
            TextLine line = lines.get(i);
            if (!line.text().isEmpty() && line.text().charAt(0) == recipePrefix && !current.isEmpty()) {
                recipe(lines.subList(i, last + 1));
            } else if (line.text().strip().startsWith("define ")) {
                last = define(lines, i);
            } else {
                MappedText joined = new MappedText();
                for (TextLine part : lines.subList(i, last + 1)) {
                    boolean goesOn = part != lines.get(last);
                    int length = part.text().length() - (goesOn ? 1 : 0);
                    joined.append(file.text(), part.start(), part.start() + length);
                    joined.append(goesOn ? " " : "", part.start() + length);
                }
                TextLine end = lines.get(last);
                statement(joined.toSource(file, end.start() + end.text().length()));
            }
            i = last;
        }
    }

    private void recipe(List<TextLine> lines) {
        MappedText text = new MappedText();
        String file = lines.get(0).file().text();
        int start = lines.get(0).start() + 1;
        while (start < file.length() && "@-+ \t".indexOf(file.charAt(start)) >= 0) {
            start++;
        }
        for (TextLine line : lines) {
            boolean first = line == lines.get(0);
            // make passes the continuation on to the shell, without the next line's prefix.
            boolean prefixed = !line.text().isEmpty() && line.text().charAt(0) == recipePrefix;
            int from = first ? start : line.start() + (prefixed ? 1 : 0);
            // A sign here is a slip that would not run; what is meant is plain.
            from += !first && file.startsWith("@", from) ? 1 : 0;
            if (!first) {
                text.append('\n', line.start());
            }
            text.append(file, from, Math.max(from, line.start() + line.text().length()));
        }
        TextLine last = lines.get(lines.size() - 1);
        Source source = text.toSource(last.file(), last.start() + last.text().length());
        for (Target target : current) {
            target.recipe().add(source);
        }
    }

    /** @return index of the line that ends the definition */
    private int define(List<TextLine> lines, int from) {
        String name = lines.get(from)
                .text()
                .strip()
                .substring("define ".length())
                .replace("=", "")
                .strip();
        List<String> body = new ArrayList<>();
        int i = from + 1;
        while (i < lines.size() && !lines.get(i).text().strip().startsWith("endef")) {
            String line = lines.get(i++).text();
            body.add(line.isEmpty() || line.charAt(0) != recipePrefix ? line : line.substring(1));
        }
        variables.assign(name, "=", String.join("\n", body));
        return i;
    }

    private void statement(Source whole) {
        Source line = MakeLine.withoutComment(whole);
        String text = line.text().strip();
        String first = text.isEmpty() ? "" : text.split("\\s", 2)[0];
        switch (first) {
            case "", "ifeq", "ifneq", "ifdef", "ifndef", "else", "endif", "endef", "unexport", "vpath", "undefine" -> {}
            case "include", "-include", "sinclude" -> include(text.substring(first.length()));
            case "export", "override", "private" ->
                export(text.substring(first.length()).strip(), first.equals("export"));
            default -> {
                MakeLine.Assignment assignment = MakeLine.assignment(text);
                if (assignment != null) {
                    assign(assignment);
                } else {
                    rule(line);
                }
            }
        }
    }

    private void assign(MakeLine.Assignment assignment) {
        if (assignment.name().equals(".DEFAULT_GOAL")) {
            defaultGoal = assignment.value();
        } else if (assignment.name().equals(".RECIPEPREFIX")
                && !assignment.value().isEmpty()) {
            recipePrefix = assignment.value().charAt(0);
        } else {
            variables.assign(variables.expand(assignment.name()), assignment.operator(), assignment.value());
        }
    }

    private void export(String text, boolean exports) {
        MakeLine.Assignment assignment = MakeLine.assignment(text);
        if (assignment != null) {
            assign(assignment);
            if (exports) {
                exportedNames.add(assignment.name());
            }
        } else if (exports) {
            exportedNames.addAll(List.of(text.split("\\s+")));
        }
    }

    private void include(String patterns) {
        for (String pattern : variables.expand(patterns).strip().split("\\s+")) {
            String path = Paths.resolve(folder, pattern);
            List<Target> before = current;
            if (pattern.contains("*")) {
                Glob glob = new Glob(path);
                project.paths().stream()
                        .filter(glob::matches)
                        .forEach(p -> project.read(p).ifPresent(this::read));
            } else {
                project.read(path).ifPresent(this::read);
            }
            current = before;
        }
    }

    private void rule(Source line) {
        int colon = MakeLine.ruleColon(line.text());
        if (colon < 0) {
            return;
        }
        String text = line.text();
        int after = colon;
        while (after < text.length() && (text.charAt(after) == ':' || text.charAt(after) == '&')) {
            after++;
        }
        int semicolon = text.indexOf(';', after);
        String prerequisites = text.substring(after, semicolon < 0 ? text.length() : semicolon);
        MakeLine.Assignment own = MakeLine.assignment(prerequisites.strip());
        if (own != null) {
            // A variable for this target only: better known too widely than not at all.
            variables.assign(own.name(), "?=", own.value());
            return;
        }
        current = new ArrayList<>();
        for (MakeLine.Part name : MakeLine.words(text.substring(0, colon))) {
            for (String target : variables.expand(name.text()).strip().split("\\s+")) {
                current.add(target(target, line, name.start(), prerequisites));
            }
        }
        if (semicolon >= 0) {
            Source inline = line.slice(semicolon + 1, text.length());
            for (Target target : current) {
                target.recipe().add(MakeLine.stripped(inline));
            }
        }
    }

    private Target target(String name, Source line, int start, String prerequisites) {
        if (name.equals(".ONESHELL")) {
            oneShell = true;
        }
        Target target = targets.get(name);
        if (target == null) {
            target = new Target(name, line.file(), line.offset(start), new LinkedHashSet<>(), new ArrayList<>());
            targets.put(name, target);
        }
        for (String prerequisite :
                variables.expand(prerequisites).replace('|', ' ').split("\\s+")) {
            if (!prerequisite.isEmpty() && !prerequisite.contains("%")) {
                target.prerequisites().add(prerequisite);
            }
        }
        return target;
    }

    private static boolean endsInContinuation(String line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
