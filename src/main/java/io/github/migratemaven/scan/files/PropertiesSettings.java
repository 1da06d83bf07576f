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
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Java properties files: Spring's, Quarkus's, Hibernate's, Flyway's, Liquibase's; and dotenv files. */
public final class PropertiesSettings implements Extractor {
    @Override
    public boolean accepts(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean properties = name.endsWith(".properties") || name.endsWith(".properties.tpl");
        return (properties
                        && (ConfigurationFiles.isApplication(name)
                                || name.startsWith("hibernate")
                                || name.startsWith("liquibase")
                                || name.startsWith("persistence")
                                || name.startsWith("microprofile-config")))
                || (name.startsWith("flyway") && (name.endsWith(".conf") || name.endsWith(".properties")))
                || name.equals("gradle.properties")
                || name.endsWith(".env")
                || (name.startsWith(".env.") && !name.endsWith(".example") && !name.endsWith(".sample"));
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Setting> settings = new ArrayList<>();
        Map<String, Map<String, String>> byDocument = new LinkedHashMap<>();
        List<Line> lines = lines(file);
        lines.forEach(l -> byDocument
                .computeIfAbsent(l.document + l.profile, k -> new LinkedHashMap<>())
                .put(l.key, l.value));
        Set<Evidence> byPath = ConfigurationFiles.evidence(file, project);
        for (Line line : lines) {
            Map<String, String> siblings = byDocument.get(line.document + line.profile);
            EnumSet<Evidence> evidence = EnumSet.noneOf(Evidence.class);
            evidence.addAll(byPath);
            evidence.addAll(NameEvidence.ofName(line.profile));
            String onProfile = siblings.getOrDefault(
                    "spring.config.activate.on-profile", siblings.getOrDefault("spring.profiles", ""));
            evidence.addAll(NameEvidence.ofName(onProfile));
            settings.add(new Setting(line.key, line.value, file.position(line.start), siblings, evidence));
        }
        return new Extract(List.of(), settings);
    }

    /** @param profile of a Quarkus key, {@code %test.x}; empty string without one */
    private record Line(String key, String value, int start, int document, String profile) {}

    private static List<Line> lines(SourceFile file) {
        List<Line> lines = new ArrayList<>();
        String text = file.text();
        int document = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).strip();
            int at = start + Math.max(text.substring(start, end).indexOf(line), 0);
            start = end + 1;
            if (line.startsWith("#---") || line.startsWith("!---")) {
                document++;
            }
            int split = separator(line);
            if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == '!' || split <= 0) {
                continue;
            }
            String key = line.substring(0, split).strip();
            if (key.startsWith("export ")) {
                key = key.substring(7).strip();
            }
            String profile = "";
            if (key.startsWith("%") && key.indexOf('.') > 0) {
                profile = key.substring(1, key.indexOf('.'));
                key = key.substring(key.indexOf('.') + 1);
            }
            lines.add(new Line(key, unquoted(line.substring(split + 1).strip()), at, document, profile));
        }
        return lines;
    }

    private static int separator(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '=' || line.charAt(i) == ':') {
                return i;
            }
        }
        return -1;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
