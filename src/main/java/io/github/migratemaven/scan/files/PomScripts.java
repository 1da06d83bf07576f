package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Maven module: goals bound to the lifecycle, programs that exec, antrun and the frontend plugin run, and properties and
 * plugin configuration that are settings; in the build and in each profile.
 */
public final class PomScripts implements Extractor {
    @Override
    public boolean accepts(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals("pom.xml") || name.endsWith(".pom");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        XmlText.read(file).ifPresent(root -> {
            section(root, new Section(file, "", true, Set.of()), scripts, settings);
            for (XmlText.Element profile : root.children("profiles", "profile")) {
                String id = profile.childText("id");
                boolean active = profile.child("activation", "activeByDefault")
                        .map(e -> e.text().equals("true"))
                        .orElse(false);
                Set<Evidence> evidence = active ? Set.of() : NameEvidence.ofName(id);
                section(profile, new Section(file, id, active, evidence), scripts, settings);
            }
        });
        return new Extract(scripts, settings);
    }

    /**
     * The build itself or a profile.
     *
     * @param profile its id; empty string for the build itself
     * @param active whether it is on without being asked for
     */
    private record Section(SourceFile file, String profile, boolean active, Set<Evidence> evidence) {}

    private static void section(
            XmlText.Element element, Section section, List<Script> scripts, List<Setting> settings) {
        properties(element, section, settings);
        List<XmlText.Element> plugins = new ArrayList<>(element.children("build", "plugins", "plugin"));
        for (XmlText.Element plugin : plugins) {
            String artifact = plugin.childText("artifactId");
            configuration(plugin, plugin, section, settings);
            for (XmlText.Element execution : plugin.children("executions", "execution")) {
                configuration(plugin, execution, section, settings);
                if (!execution.childText("phase").equals("none")) {
                    goals(artifact, execution, section, scripts);
                    programs(artifact, execution, section, scripts);
                }
            }
        }
    }

    private static void properties(XmlText.Element element, Section section, List<Setting> settings) {
        Map<String, String> siblings = new LinkedHashMap<>();
        element.children("properties").forEach(p -> p.children.forEach(c -> siblings.put(c.name, c.text())));
        for (XmlText.Element properties : element.children("properties")) {
            for (XmlText.Element property : properties.children) {
                settings.add(
                        new Setting(property.name, property.text(), property.position, siblings, evidence(section)));
            }
        }
    }

    /** {@code <cleanDisabled>} of the Flyway plugin is the setting {@code flyway.cleanDisabled}. */
    private static void configuration(
            XmlText.Element plugin, XmlText.Element holder, Section section, List<Setting> settings) {
        String artifact = plugin.childText("artifactId");
        String prefix = artifact.contains("flyway")
                ? "flyway."
                : artifact.contains("liquibase") ? "liquibase." : artifact.contains("hibernate") ? "hibernate." : null;
        if (prefix == null) {
            return;
        }
        Map<String, String> siblings = new LinkedHashMap<>();
        holder.children("configuration").forEach(c -> c.children.forEach(k -> siblings.put(prefix + k.name, k.text())));
        for (XmlText.Element configuration : holder.children("configuration")) {
            for (XmlText.Element key : configuration.children) {
                settings.add(new Setting(prefix + key.name, key.text(), key.position, siblings, evidence(section)));
            }
        }
    }

    private static void goals(String artifact, XmlText.Element execution, Section section, List<Script> scripts) {
        String prefix = artifact.replaceFirst("-maven-plugin$", "").replaceFirst("^maven-(.+)-plugin$", "$1");
        for (XmlText.Element goal : execution.children("goals", "goal")) {
            String text = "mvn " + prefix + ":" + goal.text();
            scripts.add(script(
                    section,
                    execution,
                    goal.position,
                    new Body.Shell(located(section.file, text, goal.position), Script.Dialect.POSIX)));
        }
    }

    private static void programs(String artifact, XmlText.Element execution, Section section, List<Script> scripts) {
        PomPrograms programs = new PomPrograms(section.file);
        for (XmlText.Element configuration : execution.children("configuration")) {
            for (PomPrograms.Program program : programs.of(artifact, execution, configuration)) {
                scripts.add(script(section, execution, program.element().position, program.body()));
            }
        }
    }

    private static Script script(Section section, XmlText.Element execution, Position position, Body body) {
        String id = execution.childText("id");
        boolean entry = section.profile.isEmpty() || section.active;
        return new Script(
                entry
                        ? new ScriptId(Kind.ANONYMOUS, section.file.folder(), "execution " + id + " " + position)
                        : new ScriptId(Kind.MAVEN, section.file.folder(), "profile:" + section.profile),
                "execution \"" + (id.isEmpty() ? "default" : id) + "\"",
                position,
                entry ? Entry.BUILD : Entry.NONE,
                body,
                section.file.folder(),
                Map.of(),
                evidence(section));
    }

    private static Set<Evidence> evidence(Section section) {
        EnumSet<Evidence> all = EnumSet.noneOf(Evidence.class);
        all.addAll(section.evidence);
        all.addAll(NameEvidence.of(section.file.path()));
        return all;
    }

    /** A text that stands in a place as a whole: all of its characters are at its beginning. */
    private static Source located(SourceFile file, String text, Position position) {
        int offset = file.offset(position);
        int[] offsets = new int[text.length() + 1];
        Arrays.fill(offsets, offset);
        return Source.mapped(file, text, offsets);
    }
}
