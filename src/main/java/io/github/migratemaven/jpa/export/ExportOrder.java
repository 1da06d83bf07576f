package io.github.migratemaven.jpa.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What is to be exported, as one JVM hands it to the other: in a file, since a command line has its limits.
 *
 * @param unit the persistence unit's name
 * @param classes entities, embeddables, mapped superclasses, converters
 * @param mappings {@code orm.xml} and its like, as resources
 * @param settings of Hibernate; no address, no secret
 * @param script where the DDL goes
 * @param failure where the reason goes when there is none
 */
public record ExportOrder(
        String unit,
        List<String> classes,
        List<String> mappings,
        Map<String, String> settings,
        Path script,
        Path failure) {
    private static final String SETTING = "setting.";

    public ExportOrder {
        classes = List.copyOf(classes);
        mappings = List.copyOf(mappings);
        settings = Map.copyOf(settings);
    }

    static ExportOrder of(Properties text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : text.stringPropertyNames()) {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), text.getProperty(name));
            }
        }
        return new ExportOrder(
                text.getProperty("unit"),
                list(text, "class."),
                list(text, "mapping."),
                settings,
                Path.of(text.getProperty("script")),
                Path.of(text.getProperty("failure")));
    }

    public Properties text() {
        Properties text = new Properties();
        text.setProperty("unit", unit);
        for (int i = 0; i < classes.size(); i++) {
            text.setProperty("class." + i, classes.get(i));
        }
        for (int i = 0; i < mappings.size(); i++) {
            text.setProperty("mapping." + i, mappings.get(i));
        }
        settings.forEach((name, value) -> text.setProperty(SETTING + name, value));
        text.setProperty("script", script.toString());
        text.setProperty("failure", failure.toString());
        return text;
    }

    private static List<String> list(Properties text, String prefix) {
        List<String> values = new ArrayList<>();
        for (String value = text.getProperty(prefix + 0);
                value != null;
                value = text.getProperty(prefix + values.size())) {
            values.add(value);
        }
        return values;
    }
}
