package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an execution of a plugin runs: its goals, and the programs and SQL that it is configured with. */
final class PomPlugins {
    /** Plugins that start an application, and hand settings to it. */
    private static final Set<String> STARTERS =
            Set.of("spring-boot-maven-plugin", "quarkus-maven-plugin", "micronaut-maven-plugin", "jib-maven-plugin");

    /** Goals that bind to no phase by themselves, by the plugins' own documentation. */
    private static final Map<String, Set<String>> PHASELESS = Map.of(
            "flyway", Set.of("clean"),
            "liquibase", Set.of("dropAll"),
            "exec", Set.of("exec", "java"),
            "antrun", Set.of("run"));

    private PomPlugins() {}

    static boolean startsApplications(String artifact) {
        return STARTERS.contains(artifact);
    }

    /** Whether a plugin can do something that the catalogue knows. */
    static boolean matters(String artifact) {
        return startsApplications(artifact)
                || List.of("flyway", "liquibase", "hibernate", "exec", "antrun", "frontend", "sql", "migrate").stream()
                        .anyMatch(artifact::contains);
    }

    static void execution(XmlText.Element plugin, XmlText.Element execution, PomSection section, List<Script> scripts) {
        String artifact = plugin.childText("artifactId");
        String prefix = artifact.replaceFirst("-maven-plugin$", "").replaceFirst("^maven-(.+)-plugin$", "$1");
        String id = execution.childText("id");
        String title = "execution \"" + (id.isEmpty() ? "default" : id) + '"';
        List<XmlText.Element> goals = execution.children("goals", "goal");
        boolean onDemand = execution.childText("phase").isEmpty()
                && !goals.isEmpty()
                && goals.stream()
                        .allMatch(
                                goal -> PHASELESS.getOrDefault(prefix, Set.of()).contains(goal.text()));
        Configuration configuration = new Configuration(plugin, execution, section);
        List<Part> parts = new ArrayList<>();
        for (XmlText.Element goal : goals) {
            String command = "mvn " + prefix + ':' + goal.text();
            parts.add(new Part(goal.position, shell(section, command, goal.position)));
        }
        parts.addAll(programs(prefix, goals, configuration));
        for (Part part : parts) {
            scripts.add(
                    onDemand
                            ? section.onDemand(
                                    prefix + ':' + goals.get(0).text() + '@' + id,
                                    title,
                                    part.position,
                                    part.body,
                                    configuration.folder())
                            : section.script(title, part.position, part.body, configuration.folder()));
        }
    }

    private record Part(Position position, Body body) {}

    /** An execution's configuration, with the plugin's where it has none. */
    private record Configuration(XmlText.Element plugin, XmlText.Element execution, PomSection section) {
        Optional<XmlText.Element> child(String name) {
            return execution.child("configuration", name).or(() -> plugin.child("configuration", name));
        }

        String folder() {
            String own = section.file().folder();
            return child("workingDirectory")
                    .flatMap(folder -> ProjectPath.resolve(own, section.pom().interpolate(folder.text())))
                    .orElse(own);
        }
    }

    private static List<Part> programs(String prefix, List<XmlText.Element> goals, Configuration configuration) {
        return switch (prefix) {
            case "exec" -> exec(configuration);
            case "frontend" -> frontend(goals, configuration);
            case "antrun" -> ant(configuration);
            case "sql" -> sql(configuration);
            default -> List.of();
        };
    }

    private static Body shell(PomSection section, String text, Position position) {
        return new Body.Shell(section.located(text, position), Dialect.POSIX);
    }

    private static List<Part> exec(Configuration configuration) {
        PomSection section = configuration.section;
        Optional<XmlText.Element> executable = configuration.child("executable");
        if (executable.isEmpty()) {
            return List.of();
        }
        Position position = executable.get().position;
        Optional<XmlText.Element> line = configuration.child("commandlineArgs");
        if (line.isPresent()) {
            return List.of(new Part(
                    position,
                    shell(section, executable.get().text() + ' ' + line.get().text(), position)));
        }
        List<Source> words = new ArrayList<>();
        words.add(section.located(executable.get().text(), position));
        configuration.child("arguments").map(XmlText.Element::descendants).orElse(List.of()).stream()
                .filter(e -> e.children.isEmpty() && !e.text().isEmpty())
                .forEach(argument -> words.add(section.located(argument.text(), argument.position)));
        return List.of(new Part(position, new Body.Arguments(words)));
    }

    private static List<Part> frontend(List<XmlText.Element> goals, Configuration configuration) {
        String tool = goals.stream()
                .map(XmlText.Element::text)
                .filter(Set.of("npm", "npx", "yarn", "pnpm", "bun")::contains)
                .findFirst()
                .orElse("npm");
        return configuration
                .child("arguments")
                .map(arguments -> List.of(new Part(
                        arguments.position,
                        shell(configuration.section, tool + ' ' + arguments.text(), arguments.position))))
                .orElse(List.of());
    }

    private static List<Part> ant(Configuration configuration) {
        PomSection section = configuration.section;
        List<Part> parts = new ArrayList<>();
        List<XmlText.Element> tasks = new ArrayList<>();
        configuration.child("target").ifPresent(target -> tasks.addAll(target.descendants()));
        configuration.child("tasks").ifPresent(target -> tasks.addAll(target.descendants()));
        for (XmlText.Element task : tasks) {
            if (task.name.equals("exec") && task.attributes.containsKey("executable")) {
                StringBuilder line = new StringBuilder(task.attributes.get("executable"));
                task.children.stream()
                        .filter(a -> a.name.equals("arg"))
                        .forEach(arg -> line.append(' ')
                                .append(arg.attributes.getOrDefault("line", arg.attributes.getOrDefault("value", ""))));
                parts.add(new Part(task.position, shell(section, line.toString(), task.position)));
            } else if (task.name.equals("sql")) {
                statement(section, task.text(), task.attributes.get("src"), task.position, parts);
            }
        }
        return parts;
    }

    private static List<Part> sql(Configuration configuration) {
        List<Part> parts = new ArrayList<>();
        PomSection section = configuration.section;
        configuration.child("sqlCommand").ifPresent(sql -> statement(section, sql.text(), null, sql.position, parts));
        configuration
                .child("srcFiles")
                .map(files -> files.children)
                .orElse(List.of())
                .forEach(file -> statement(section, "", file.text(), file.position, parts));
        return parts;
    }

    private static void statement(PomSection section, String sql, String file, Position position, List<Part> parts) {
        List<Source> words = new ArrayList<>(List.of(section.located("sql-maven-plugin", position)));
        if (!sql.isEmpty()) {
            words.add(section.located(sql, position));
        }
        if (file != null) {
            words.add(section.located("--file=" + file, position));
        }
        parts.add(new Part(position, new Body.Arguments(words)));
    }
}
