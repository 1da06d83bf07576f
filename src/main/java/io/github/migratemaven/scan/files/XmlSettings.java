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

/** {@code persistence.xml} and {@code hibernate.cfg.xml}: properties by name and value; a unit's properties hold together. */
public final class XmlSettings implements Extractor {
    @Override
    public boolean accepts(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith("persistence") && name.endsWith(".xml")
                || name.startsWith("hibernate") && name.endsWith(".xml");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Setting> settings = new ArrayList<>();
        XmlText.read(file).ifPresent(root -> {
            List<XmlText.Element> units = root.children("persistence-unit");
            for (XmlText.Element unit : units.isEmpty() ? List.of(root) : units) {
                unit(unit, file, settings);
            }
        });
        return new Extract(List.of(), settings);
    }

    private static void unit(XmlText.Element unit, SourceFile file, List<Setting> settings) {
        List<XmlText.Element> properties = unit.descendants().stream()
                .filter(e -> e.name.equals("property") && e.attributes.containsKey("name"))
                .toList();
        Map<String, String> siblings = new LinkedHashMap<>();
        properties.forEach(p -> siblings.put(p.attributes.get("name"), value(p)));
        for (XmlText.Element property : properties) {
            settings.add(new Setting(
                    property.attributes.get("name"),
                    value(property),
                    property.position,
                    siblings,
                    NameEvidence.of(file.path())));
        }
    }

    private static String value(XmlText.Element property) {
        return property.attributes.getOrDefault("value", property.text());
    }
}
