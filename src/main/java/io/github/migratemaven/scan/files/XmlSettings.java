package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code persistence.xml}, {@code hibernate.cfg.xml} and Spring's application contexts: properties by name and value. What
 * stands in one persistence unit or bean holds together.
 */
public final class XmlSettings implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".xml");
    private static final Set<String> GROUPS = Set.of("persistence-unit", "session-factory", "bean");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return path.endsWith(".xml") && !path.endsWith("pom.xml");
    }

    @Override
    public Set<String> words() {
        return Set.of(
                "hbm2ddl",
                "schema-generation",
                "ddl-generation",
                "generateDdl",
                "SynchronizeMappings",
                "autoCreate",
                "dropFirst");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Setting> settings = new ArrayList<>();
        XmlText.read(file).ifPresent(root -> {
            Map<XmlText.Element, List<XmlText.Element>> groups = new LinkedHashMap<>();
            collect(root, root, groups);
            groups.values().forEach(group -> group(group, file, settings));
        });
        return new Extract(List.of(), settings);
    }

    /** Depth is bounded by the reader. */
    private static void collect(
            XmlText.Element element, XmlText.Element holder, Map<XmlText.Element, List<XmlText.Element>> groups) {
        for (XmlText.Element child : element.children) {
            if (key(child).isPresent()) {
                groups.computeIfAbsent(holder, h -> new ArrayList<>()).add(child);
            }
            collect(child, GROUPS.contains(child.name) ? child : holder, groups);
        }
    }

    private static void group(List<XmlText.Element> properties, SourceFile file, List<Setting> settings) {
        Map<String, String> siblings = new LinkedHashMap<>();
        properties.forEach(p -> siblings.put(key(p).orElseThrow(), value(p)));
        for (XmlText.Element property : properties) {
            settings.add(new Setting(
                    key(property).orElseThrow(),
                    value(property),
                    property.position,
                    siblings,
                    NameEvidence.of(file.path())));
        }
    }

    /** {@code <property name="…">}, {@code <prop key="…">}, {@code <entry key="…">}. */
    private static Optional<String> key(XmlText.Element element) {
        return switch (element.name) {
            case "property" ->
                Optional.ofNullable(element.attributes.get("name"))
                        // A bean's property of Spring's own adapter.
                        .map(name -> name.equals("generateDdl") ? "spring.jpa.generate-ddl" : name);
            case "prop", "entry" -> Optional.ofNullable(element.attributes.get("key"));
            default -> Optional.empty();
        };
    }

    private static String value(XmlText.Element property) {
        return property.attributes.getOrDefault("value", property.text());
    }
}
