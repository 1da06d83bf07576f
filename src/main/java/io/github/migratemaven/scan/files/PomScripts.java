package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Call;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Maven module: goals bound to the lifecycle, programs that plugins run, and properties and plugin configuration that are
 * settings; in the build and in each profile, and in the plugin management that a module of the tree makes use of.
 */
public final class PomScripts implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".xml", ".pom");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals("pom.xml") || name.endsWith(".pom");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        Optional<PomModel> pom = PomModel.read(file.path(), project);
        if (pom.isPresent()) {
            module(pom.get(), project, scripts, settings);
        }
        return new Extract(scripts, settings);
    }

    private static void module(PomModel pom, ProjectFiles project, List<Script> scripts, List<Setting> settings) {
        Set<Evidence> ofFile = evidence(pom.file(), Set.of());
        section(pom.root(), new PomSection(pom, "", true, ofFile), project, scripts, settings);
        for (XmlText.Element profile : pom.root().children("profiles", "profile")) {
            String id = profile.childText("id");
            boolean active = PomModel.isActiveByDefault(profile);
            Set<Evidence> named = active ? Set.of() : NameEvidence.ofName(id);
            PomSection section = new PomSection(pom, id, active, evidence(pom.file(), named));
            section(profile, section, project, scripts, settings);
            activation(profile, section, scripts);
        }
    }

    private static Set<Evidence> evidence(SourceFile file, Set<Evidence> more) {
        EnumSet<Evidence> all = EnumSet.noneOf(Evidence.class);
        all.addAll(more);
        all.addAll(NameEvidence.of(file.path()));
        return all;
    }

    private static void section(
            XmlText.Element element,
            PomSection section,
            ProjectFiles project,
            List<Script> scripts,
            List<Setting> settings) {
        properties(element, section, settings);
        Optional<XmlText.Element> goals = element.child("build", "defaultGoal");
        if (goals.isPresent()) {
            Position position = goals.get().position;
            Source command = section.located("mvn " + goals.get().text(), position);
            scripts.add(section.script("default goal", position, new Body.Shell(command, Script.Dialect.POSIX)));
        }
        List<XmlText.Element> plugins = new ArrayList<>(element.children("build", "plugins", "plugin"));
        for (XmlText.Element managed : element.children("build", "pluginManagement", "plugins", "plugin")) {
            if (isUsed(managed, section, project)) {
                plugins.add(managed);
            }
        }
        for (XmlText.Element plugin : plugins) {
            configuration(plugin, plugin, section, settings);
            for (XmlText.Element execution : plugin.children("executions", "execution")) {
                boolean dead = execution.childText("phase").equals("none") || isSwitchedOff(plugin, execution);
                if (!dead) {
                    configuration(plugin, execution, section, settings);
                    PomPlugins.execution(plugin, execution, section, scripts);
                }
            }
        }
    }

    private static boolean isSwitchedOff(XmlText.Element plugin, XmlText.Element execution) {
        List<XmlText.Element> configurations = new ArrayList<>(execution.children("configuration"));
        if (configurations.stream().noneMatch(c -> c.child("skip").isPresent())) {
            configurations.addAll(plugin.children("configuration"));
        }
        return configurations.stream().anyMatch(c -> c.childText("skip").equals("true"));
    }

    /** Managed plugins run where a module, this one or one below, names them and does not switch them off. */
    private static boolean isUsed(XmlText.Element managed, PomSection section, ProjectFiles project) {
        String artifact = managed.childText("artifactId");
        if (!PomPlugins.matters(artifact)) {
            return false;
        }
        if (isUsedIn(section.pom(), managed)) {
            return true;
        }
        return project.endingIn("pom.xml").stream()
                .filter(path -> !path.equals(section.file().path()))
                .map(path -> PomModel.read(path, project))
                .anyMatch(pom -> pom.isPresent() && section.pom().above(pom.get()) && isUsedIn(pom.get(), managed));
    }

    private static boolean isUsedIn(PomModel pom, XmlText.Element managed) {
        List<XmlText.Element> uses = pom.plugins(managed.childText("artifactId"));
        List<String> off = uses.stream()
                .flatMap(use -> use.children("executions", "execution").stream())
                .filter(execution -> execution.childText("phase").equals("none"))
                .map(execution -> execution.childText("id"))
                .toList();
        List<XmlText.Element> executions = managed.children("executions", "execution");
        boolean allOff = !executions.isEmpty() && executions.stream().allMatch(e -> off.contains(e.childText("id")));
        return !uses.isEmpty() && !allOff;
    }

    private static void properties(XmlText.Element element, PomSection section, List<Setting> settings) {
        Map<String, String> siblings = new LinkedHashMap<>();
        for (XmlText.Element properties : element.children("properties")) {
            for (XmlText.Element property : properties.children) {
                siblings.put(property.name, property.text());
            }
        }
        for (XmlText.Element properties : element.children("properties")) {
            for (XmlText.Element property : properties.children) {
                settings.add(new Setting(
                        property.name,
                        section.pom().interpolate(property.text()),
                        property.position,
                        siblings,
                        section.evidence()));
            }
        }
    }

    /** {@code <cleanDisabled>} of the Flyway plugin is the setting {@code flyway.cleanDisabled}. */
    private static void configuration(
            XmlText.Element plugin, XmlText.Element holder, PomSection section, List<Setting> settings) {
        String artifact = plugin.childText("artifactId");
        String prefix = artifact.contains("flyway")
                ? "flyway."
                : artifact.contains("liquibase") ? "liquibase." : artifact.contains("hibernate") ? "hibernate." : null;
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        evidence.addAll(section.evidence());
        boolean tests = artifact.equals("maven-surefire-plugin") || artifact.equals("maven-failsafe-plugin");
        if (tests) {
            evidence.add(Evidence.TEST);
        }
        if (prefix == null && !tests && !PomPlugins.startsApplications(artifact)) {
            return;
        }
        for (XmlText.Element configuration : holder.children("configuration")) {
            // What such a plugin hands over has the names of the application's own settings.
            List<XmlText.Element> keys = prefix == null ? configuration.descendants() : configuration.children;
            Map<String, String> siblings = new LinkedHashMap<>();
            String before = prefix == null ? "" : prefix;
            for (XmlText.Element key : keys) {
                siblings.put(before + key.name, key.text());
            }
            for (XmlText.Element key : keys) {
                String value = section.pom().interpolate(key.text());
                settings.add(new Setting(before + key.name, value, key.position, siblings, evidence));
            }
        }
    }

    /** {@code -Dreset.db} on a command line switches on a profile that asks for it. */
    private static void activation(XmlText.Element profile, PomSection section, List<Script> scripts) {
        profile.child("activation", "property")
                .map(property -> property.childText("name"))
                .filter(name -> !name.isEmpty() && !name.startsWith("!"))
                .ifPresent(name -> scripts.add(new Script(
                        new ScriptId(Kind.MAVEN, section.file().folder(), "property:" + name),
                        "property " + name,
                        profile.position,
                        Entry.NONE,
                        new Body.Calls(List.of(new Call(section.id(), profile.position))),
                        section.file().folder(),
                        Map.of(),
                        section.evidence())));
    }
}
