package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An application's YAML: Spring's, Quarkus's, Micronaut's. Keys are joined with dots, documents stand for themselves. */
public final class YamlSettings implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");
    private static final int DEEPEST = 40;
    private static final Set<String> FRAMEWORKS = Set.of("spring", "quarkus", "micronaut");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    @Override
    public Set<String> words() {
        return PropertiesSettings.WORDS;
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Setting> settings = new ArrayList<>();
        Set<Evidence> byPath = ConfigurationFiles.evidence(file, project);
        boolean application = ConfigurationFiles.isApplication(file.name());
        for (Node document : YamlText.read(file)) {
            // A configuration server's files have any name; they are told by their first key.
            if (application || isFrameworks(document)) {
                settings.addAll(Filtering.of(of(document, file, byPath), file, project));
            }
        }
        return new Extract(SqlInit.of(settings, file), settings);
    }

    private static boolean isFrameworks(Node document) {
        for (String key : FRAMEWORKS) {
            if (document.get(key).isPresent()) {
                return true;
            }
        }
        // Dropwizard's: a file of any name.
        return document.at("database", "driverClass").isPresent();
    }

    /** The settings of one document, wherever it stands. */
    static List<Setting> of(Node document, SourceFile file, Set<Evidence> byPath) {
        List<Leaf> leaves = new ArrayList<>();
        collect("", document, leaves, 0);
        Map<String, String> siblings = new LinkedHashMap<>();
        for (Leaf leaf : leaves) {
            siblings.put(leaf.key, leaf.value);
        }
        String onProfile = siblings.getOrDefault(
                "spring.config.activate.on-profile", siblings.getOrDefault("spring.profiles", ""));
        List<Setting> settings = new ArrayList<>();
        for (Leaf leaf : leaves) {
            EnumSet<Evidence> evidence = EnumSet.noneOf(Evidence.class);
            evidence.addAll(byPath);
            evidence.addAll(ConfigurationFiles.ofProfiles(onProfile));
            String key = leaf.key;
            if (key.startsWith("%") && key.indexOf('.') > 0) {
                evidence.addAll(ConfigurationFiles.ofProfiles(key.substring(1, key.indexOf('.'))));
                key = key.substring(key.indexOf('.') + 1);
            }
            settings.add(new Setting(key, leaf.value, file.position(leaf.start), siblings, evidence));
        }
        return settings;
    }

    private record Leaf(String key, String value, int start) {}

    private static void collect(String prefix, Node node, List<Leaf> leaves, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Node.Entry entry : node.entries()) {
            String key = prefix.isEmpty() ? entry.key() : prefix + "." + entry.key();
            if (entry.value().source().isPresent()) {
                leaves.add(new Leaf(key, entry.value().text(), entry.start()));
            } else if (key.endsWith("on-profile")) {
                String profiles = String.join(
                        ",",
                        entry.value().sources().stream().map(Object::toString).toList());
                leaves.add(new Leaf(key, profiles, entry.start()));
            } else {
                collect(key, entry.value(), leaves, depth + 1);
            }
        }
    }
}
