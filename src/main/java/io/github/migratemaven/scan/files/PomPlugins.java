package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        PomConfiguration configuration = new PomConfiguration(plugin, execution, section);
        List<PomPrograms.Program> parts = new ArrayList<>();
        for (XmlText.Element goal : goals) {
            String command = "mvn " + prefix + ':' + goal.text();
            parts.add(new PomPrograms.Program(goal.position, Bodies.shell(section.located(command, goal.position))));
        }
        parts.addAll(PomPrograms.of(prefix, goals, configuration));
        for (PomPrograms.Program part : parts) {
            scripts.add(
                    onDemand
                            ? section.onDemand(
                                    prefix + ':' + goals.get(0).text() + '@' + id,
                                    title,
                                    part.position(),
                                    part.body(),
                                    configuration.folder())
                            : section.script(title, part.position(), part.body(), configuration.folder()));
        }
    }
}
