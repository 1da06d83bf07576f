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
    /** A longer line is data. */
    private static final int LONGEST = 20_000;

    /** In every key that the catalogue knows is one of these. */
    static final Set<String> WORDS = Set.of(
            "ddl",
            "DDL",
            "Ddl",
            "schema",
            "SCHEMA",
            "clean",
            "CLEAN",
            "drop",
            "DROP",
            "sync",
            "SYNC",
            "Sync",
            "autoCreate",
            "dbCreate",
            "DB_CREATE",
            "autoApplyDowns",
            "PUSH",
            "generat",
            "sql.init",
            "initialization-mode",
            "mode:");

    @Override
    public boolean accepts(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return (name.endsWith(".properties") || name.endsWith(".properties.tpl")) && !name.startsWith("messages")
                || name.startsWith("flyway") && name.endsWith(".conf")
                // Play's and others', where they say a key with dots in one line.
                || name.equals("application.conf")
                || name.equals("maven.config")
                || name.endsWith(".env")
                || name.startsWith(".env.") && !name.endsWith(".example") && !name.endsWith(".sample");
    }

    @Override
    public Set<String> words() {
        return WORDS;
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
            evidence.addAll(ConfigurationFiles.ofProfiles(line.profile));
            String onProfile = siblings.getOrDefault(
                    "spring.config.activate.on-profile", siblings.getOrDefault("spring.profiles", ""));
            evidence.addAll(ConfigurationFiles.ofProfiles(onProfile));
            settings.add(new Setting(line.key, line.value, file.position(line.start), siblings, evidence));
        }
        return new Extract(SqlInit.of(settings, file), Filtering.of(settings, file, project));
    }

    /** @param profile of a Quarkus key, {@code %test.x}; empty string without one */
    private record Line(String key, String value, int start, int document, String profile) {}

    private static List<Line> lines(SourceFile file) {
        List<Line> lines = new ArrayList<>();
        String text = file.text();
        boolean properties = file.name().contains(".properties");
        int document = 0;
        for (int start = 0; start < text.length(); ) {
            int end = lineEnd(text, start);
            String line = text.substring(start, end).strip();
            int at = start + Math.max(text.substring(start, end).indexOf(line), 0);
            start = end + 1;
            while (properties && line.endsWith("\\") && start < text.length() && line.length() < LONGEST) {
                end = lineEnd(text, start);
                line = line.substring(0, line.length() - 1)
                        + text.substring(start, end).strip();
                start = end + 1;
            }
            if (line.startsWith("#---") || line.startsWith("!---")) {
                document++;
            }
            int split = separator(line, properties);
            if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == '!' || split <= 0) {
                continue;
            }
            String key = line.substring(0, split).strip();
            if (key.startsWith("export ")) {
                key = key.substring(7).strip();
            }
            key = key.startsWith("-D") ? key.substring(2) : key;
            String profile = "";
            if (key.startsWith("%") && key.indexOf('.') > 0) {
                profile = key.substring(1, key.indexOf('.'));
                key = key.substring(key.indexOf('.') + 1);
            }
            String value = line.substring(split).strip();
            boolean separated = !value.isEmpty() && (value.charAt(0) == '=' || value.charAt(0) == ':');
            lines.add(new Line(key, unquoted(separated ? value.substring(1).strip() : value), at, document, profile));
        }
        return lines;
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    /** Where the key ends: in properties files at a blank, too (java.util.Properties). */
    private static int separator(String line, boolean properties) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '=' || c == ':' || properties && Character.isWhitespace(c)) {
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
