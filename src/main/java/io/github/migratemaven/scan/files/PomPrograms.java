package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Programs and SQL that an execution of the exec, frontend, antrun and sql plugins runs, each word at its place in the file. */
final class PomPrograms {
    private static final Set<String> MANAGERS = Set.of("npm", "npx", "yarn", "pnpm", "bun", "corepack");

    private final PomConfiguration configuration;
    private final PomSection section;
    private final SourceFile file;
    private final List<Program> programs = new ArrayList<>();

    private PomPrograms(PomConfiguration configuration) {
        this.configuration = configuration;
        this.section = configuration.section();
        this.file = section.file();
    }

    record Program(Position position, Body body) {}

    /** @param prefix the plugin's, for example {@code exec} */
    static List<Program> of(String prefix, List<XmlText.Element> goals, PomConfiguration configuration) {
        PomPrograms programs = new PomPrograms(configuration);
        switch (prefix) {
            case "exec" -> programs.exec();
            case "frontend" -> programs.frontend(goals);
            case "antrun" -> programs.ant();
            case "sql" -> programs.sql();
            default -> {}
        }
        return programs.programs;
    }

    private void exec() {
        Optional<XmlText.Element> executable =
                configuration.child("executable").filter(e -> !e.text().isEmpty());
        if (executable.isEmpty()) {
            return;
        }
        Optional<XmlText.Element> line =
                configuration.child("commandlineArgs").filter(e -> !e.text().isEmpty());
        if (line.isPresent()) {
            add(executable.get(), line(executable.get().text(), written(line.get())));
            return;
        }
        List<Source> words = new ArrayList<>(List.of(written(executable.get())));
        configuration.child("arguments").map(XmlText.Element::descendants).orElse(List.of()).stream()
                .filter(e -> e.children.isEmpty() && !e.text().isEmpty())
                .forEach(argument -> words.add(written(argument)));
        add(executable.get(), new Body.Arguments(words));
    }

    private void frontend(List<XmlText.Element> goals) {
        String tool = goals.stream()
                .map(XmlText.Element::text)
                .filter(MANAGERS::contains)
                .findFirst()
                .orElse("npm");
        configuration.child("arguments").ifPresent(arguments -> add(arguments, line(tool, written(arguments))));
    }

    private void ant() {
        List<XmlText.Element> tasks = new ArrayList<>();
        configuration.child("target").ifPresent(target -> tasks.addAll(target.descendants()));
        configuration.child("tasks").ifPresent(target -> tasks.addAll(target.descendants()));
        for (XmlText.Element task : tasks) {
            if (task.name.equals("exec") && task.attributes.containsKey("executable")) {
                add(task, Bodies.shell(section.located(antLine(task), task.position)));
            } else if (task.name.equals("sql")) {
                statement(task, task.text(), task.attributes.get("src"));
            }
        }
    }

    /** The values of attributes all stand where their element does. */
    private static String antLine(XmlText.Element exec) {
        StringBuilder line = new StringBuilder(exec.attributes.get("executable"));
        for (XmlText.Element arg : exec.children) {
            String value = arg.attributes.getOrDefault("value", "");
            if (arg.name.equals("arg")) {
                String quoted = value.isEmpty() ? "" : "'" + value.replace("'", "'\\''") + "'";
                line.append(' ').append(arg.attributes.getOrDefault("line", quoted));
            }
        }
        return line.toString();
    }

    private void sql() {
        configuration.child("sqlCommand").ifPresent(sql -> statement(sql, sql.text(), null));
        configuration
                .child("srcFiles")
                .map(files -> files.children)
                .orElse(List.of())
                .forEach(file -> statement(file, "", file.text()));
    }

    private void statement(XmlText.Element element, String sql, String path) {
        List<Source> words = new ArrayList<>(List.of(section.located("sql-maven-plugin", element.position)));
        if (!sql.isEmpty()) {
            words.add(section.located(sql, element.position));
        }
        if (path != null) {
            words.add(section.located("--file=" + path, element.position));
        }
        add(element, new Body.Arguments(words));
    }

    private void add(XmlText.Element element, Body body) {
        programs.add(new Program(element.position, body));
    }

    private Body line(String program, Source arguments) {
        MappedText line = new MappedText();
        line.append(program + ' ', arguments.offset(0));
        int length = arguments.text().length();
        line.append(arguments, 0, length);
        return Bodies.shell(line.toSource(file, arguments.offset(length)));
    }

    /** The text of an element; what has character references or properties in it stands as a whole where it begins. */
    private Source written(XmlText.Element element) {
        String text = element.text();
        int start = file.text().indexOf('>', file.offset(element.position)) + 1;
        while (start < file.text().length()
                && Character.isWhitespace(file.text().charAt(start))) {
            start++;
        }
        boolean asWritten = file.text().startsWith(text, start)
                && section.pom().interpolate(text).equals(text);
        return asWritten ? Source.slice(file, start, start + text.length()) : section.located(text, element.position);
    }
}
