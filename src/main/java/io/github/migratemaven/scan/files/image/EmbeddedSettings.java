package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Configuration files that stand inside of another file: {@code application.properties} and {@code application.yml} in a config map. */
final class EmbeddedSettings {
    private static final int MAX_SETTINGS = 5000;

    /** @param offset of the key in the embedded text */
    private record Found(String key, String value, int offset) {}

    private EmbeddedSettings() {}

    static List<Setting> properties(Source source, Set<Evidence> evidence) {
        List<Found> all = new ArrayList<>();
        String text = source.text();
        int line = 0;
        while (line < text.length() && all.size() < MAX_SETTINGS) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            int start = line;
            while (start < end && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            int separator = start;
            while (separator < end && text.charAt(separator) != '=' && text.charAt(separator) != ':') {
                separator++;
            }
            boolean comment = start < end && (text.charAt(start) == '#' || text.charAt(start) == '!');
            if (!comment && separator > start && separator < end) {
                String key = text.substring(start, separator).strip();
                all.add(new Found(key, text.substring(separator + 1, end).strip(), start));
            }
            line = end + 1;
        }
        return settings(all, source, evidence);
    }

    static List<Setting> yaml(Source source, Set<Evidence> evidence) {
        List<Setting> settings = new ArrayList<>();
        for (Node document : YamlText.read(new SourceFile(source.file().path(), source.text()))) {
            List<Found> all = new ArrayList<>();
            flatten("", document, all);
            settings.addAll(settings(all, source, evidence));
        }
        return settings;
    }

    private static void flatten(String prefix, Node node, List<Found> all) {
        for (Node.Entry entry : node.entries()) {
            if (all.size() >= MAX_SETTINGS || prefix.length() > 500) {
                return;
            }
            String key = prefix.isEmpty() ? entry.key() : prefix + '.' + entry.key();
            if (entry.value().entries().isEmpty()) {
                all.add(new Found(key, entry.value().text(), entry.start()));
            } else {
                flatten(key, entry.value(), all);
            }
        }
    }

    private static List<Setting> settings(List<Found> all, Source source, Set<Evidence> evidence) {
        Map<String, String> siblings = new LinkedHashMap<>();
        all.forEach(found -> siblings.put(found.key(), found.value()));
        Map<String, String> shared = Map.copyOf(siblings);
        return all.stream()
                .map(found -> {
                    Position position = source.position(
                            Math.min(found.offset(), source.text().length()));
                    return new Setting(found.key(), found.value(), position, shared, evidence);
                })
                .toList();
    }
}
