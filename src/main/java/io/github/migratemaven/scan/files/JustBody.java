package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The indented lines of a recipe in a justfile, as commands. */
final class JustBody {
    private JustBody() {}

    /** A shell's commands, or the lines of a script that begins with {@code #!}; <code>{{name}}</code> is filled in where known. */
    static List<Source> commands(SourceFile file, List<TextLine> body, Map<String, String> variables) {
        List<Source> commands = new ArrayList<>();
        boolean script = false;
        for (int i = 0; i < body.size(); i++) {
            TextLine line = body.get(i);
            int from = line.indent();
            script |= commands.isEmpty() && line.text().startsWith("#!", from);
            while (!script
                    && from < line.text().length()
                    && "@-".indexOf(line.text().charAt(from)) >= 0) {
                from++;
            }
            if (line.isBlank() || !script && line.text().startsWith("#", from)) {
                continue;
            }
            MappedText text = new MappedText();
            fill(line, from, variables, text);
            while (!script && line.text().endsWith("\\") && i + 1 < body.size()) {
                text.append('\n', line.start() + line.text().length());
                line = body.get(++i);
                fill(line, 0, variables, text);
            }
            commands.add(text.toSource(file, line.start() + line.text().length()));
        }
        return commands;
    }

    private static void fill(TextLine line, int from, Map<String, String> variables, MappedText to) {
        String text = line.text();
        int lastClose = text.lastIndexOf("}}");
        int at = from;
        while (at < text.length()) {
            int close = at < lastClose && text.startsWith("{{", at) && !text.startsWith("{{{{", at)
                    ? text.indexOf("}}", at)
                    : -1;
            if (close < 0) {
                to.append(text.charAt(at), line.start() + at);
                at++;
            } else {
                String name = text.substring(at + 2, close).strip();
                to.append(variables.getOrDefault(name, "${just}"), line.start() + at);
                at = close + 2;
            }
        }
    }
}
