package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Environments of a tox.ini (https://tox.wiki/en/stable/config.html): {@code tox:ENVIRONMENT}. They are for tests. */
public final class ToxIni implements Extractor {
    private static final Set<String> ENDINGS = Set.of("tox.ini");
    private static final Set<String> KEYS = Set.of("commands", "commands_pre", "commands_post");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return Paths.name(path).equals("tox.ini");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        List<Source> commands = new ArrayList<>();
        Draft section = null;
        boolean inCommands = false;
        for (TextLine line : TextLine.all(file)) {
            String text = line.text();
            if (text.startsWith("[")) {
                add(section, commands, scripts);
                commands.clear();
                section = section(file, line);
                inCommands = false;
                continue;
            }
            if (line.isBlank() || text.strip().startsWith("#")) {
                continue;
            }
            int sign = text.indexOf('=');
            if (line.indent() == 0 && sign > 0) {
                inCommands = KEYS.contains(text.substring(0, sign).strip());
                add(line.rest(sign + 1), inCommands, commands);
            } else {
                add(line.rest(0), inCommands && line.indent() > 0, commands);
            }
        }
        add(section, commands, scripts);
        return new Extract(scripts, List.of());
    }

    private static Draft section(SourceFile file, TextLine line) {
        int close = line.text().indexOf(']');
        String name = close < 0 ? "" : line.text().substring(1, close);
        if (!name.equals("testenv") && !name.startsWith("testenv:")) {
            return null;
        }
        return Draft.task(file, line.start(), "tox", name.substring(name.indexOf(':') + 1))
                .withEntry(Entry.CI)
                .withEvidence(Set.of(Evidence.TEST));
    }

    private static void add(Source command, boolean wanted, List<Source> commands) {
        int start = command.text().startsWith("-") ? 1 : 0;
        Source stripped = command.slice(start, command.text().length());
        if (wanted && !stripped.text().isBlank()) {
            commands.add(stripped);
        }
    }

    private static void add(Draft section, List<Source> commands, List<Script> scripts) {
        if (section != null && !commands.isEmpty()) {
            scripts.add(section.runs(Bodies.separately(commands)));
        }
    }
}
