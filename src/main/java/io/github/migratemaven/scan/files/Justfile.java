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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Recipes of a justfile (https://just.systems/man/en/): {@code just:RECIPE}, with a shell for each line. */
public final class Justfile implements Extractor {
    @Override
    public boolean accepts(String path) {
        String name = Paths.name(path).toLowerCase(Locale.ROOT);
        return name.equals("justfile") || name.equals(".justfile") || name.endsWith(".just");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<TextLine> lines = TextLine.all(file);
        Map<String, String> variables = new HashMap<>();
        Map<String, String> exported = new HashMap<>();
        lines.forEach(line -> assignment(line.text(), variables, exported));
        List<Script> scripts = new ArrayList<>();
        scripts.addAll(JustImports.of(file, lines, project));
        boolean first = true;
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            if (line.text().startsWith("alias ") && line.text().contains(":=")) {
                scripts.add(alias(file, line));
            } else if (JustHeader.of(line.text()) != null) {
                int end = i + 1;
                while (end < lines.size()
                        && (lines.get(end).isBlank() || lines.get(end).indent() > 0)) {
                    end++;
                }
                scripts.add(recipe(file, line, lines.subList(i + 1, end), variables, exported, first));
                first = false;
                i = end - 1;
            }
        }
        return new Extract(scripts, List.of());
    }

    private static void assignment(String line, Map<String, String> variables, Map<String, String> exported) {
        int sign = line.indexOf(":=");
        String left = sign < 0 ? "" : line.substring(0, sign).strip();
        if (left.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == '\t' || left.startsWith("set ")) {
            return;
        }
        String value = line.substring(sign + 2).strip();
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.indexOf(value.charAt(0), 1) == value.length() - 1;
        if (quoted) {
            boolean exports = left.startsWith("export ");
            String name = exports ? left.substring("export ".length()).strip() : left;
            variables.put(name, value.substring(1, value.length() - 1));
            if (exports) {
                exported.put(name, value.substring(1, value.length() - 1));
            }
        }
    }

    private static Script alias(SourceFile file, TextLine line) {
        int sign = line.text().indexOf(":=");
        String name = line.text().substring("alias ".length(), sign).strip();
        String target = line.text().substring(sign + 2).strip();
        Position position = file.position(line.start());
        return Draft.task(file, line.start(), "just", name)
                .runs(Bodies.tasks(List.of(target), "just", file.folder(), position));
    }

    private static Script recipe(
            SourceFile file,
            TextLine line,
            List<TextLine> body,
            Map<String, String> variables,
            Map<String, String> exported,
            boolean first) {
        JustHeader header = JustHeader.of(line.text());
        Position position = file.position(line.start() + header.start());
        List<Body> parts = new ArrayList<>();
        if (!header.before().isEmpty()) {
            parts.add(Bodies.tasks(header.before(), "just", file.folder(), position));
        }
        List<Source> commands = JustBody.commands(file, body, variables);
        boolean script = !commands.isEmpty() && commands.get(0).text().startsWith("#!");
        if (!script) {
            commands.forEach(command -> parts.add(Bodies.shell(command)));
        } else if (commands.get(0).text().contains("sh")) {
            parts.add(Bodies.lines(commands));
        }
        if (!header.after().isEmpty()) {
            parts.add(Bodies.tasks(header.after(), "just", file.folder(), position));
        }
        Entry entry = first ? EntryNames.defaultTask(header.name()) : EntryNames.task(header.name());
        return Draft.task(file, line.start() + header.start(), "just", header.name())
                .withEntry(entry)
                .withEnvironment(exported)
                .withEvidence(EntryNames.evidence(header.name()))
                .runs(Bodies.sequence(parts));
    }
}
