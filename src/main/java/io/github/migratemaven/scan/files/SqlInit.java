package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Spring's script initialization: with {@code spring.sql.init.mode=always} the application runs {@code schema.sql} and
 * {@code data.sql}, or the scripts that are named, whenever it starts. With {@code embedded}, the default, only in memory.
 */
final class SqlInit {
    private static final Set<String> MODES = Set.of("spring.sql.init.mode", "spring.datasource.initialization-mode");
    private static final Map<String, String> LOCATIONS = Map.of(
            "spring.sql.init.schema-locations", "schema.sql",
            "spring.sql.init.data-locations", "data.sql");

    private SqlInit() {}

    static List<Script> of(List<Setting> settings, SourceFile file) {
        List<Script> scripts = new ArrayList<>(0);
        for (Setting setting : settings) {
            if (MODES.contains(setting.key()) && setting.value().equals("always")) {
                scripts.add(script(setting, file));
            }
        }
        return scripts;
    }

    private static Script script(Setting mode, SourceFile file) {
        List<Source> words = new ArrayList<>();
        words.add(located("spring-sql-init", mode, file));
        LOCATIONS.forEach((key, otherwise) -> {
            for (String location : mode.siblings().getOrDefault(key, otherwise).split(",")) {
                String path = location.substring(location.lastIndexOf(':') + 1).strip();
                words.add(located("--file=" + (path.startsWith("/") ? path.substring(1) : path), mode, file));
            }
        });
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        evidence.addAll(mode.evidence());
        if (mode.siblings().values().stream().anyMatch(SqlInit::isInMemory)) {
            evidence.add(Evidence.THROWAWAY_DATABASE);
        }
        String folder = file.folder();
        int resources = folder.indexOf("src/main/resources");
        return Draft.anonymous(file, file.offset(mode.position()), mode.key())
                .withEntry(Entry.START)
                .withEvidence(evidence)
                .withFolder(resources < 0 ? folder : folder.substring(0, resources) + "src/main/resources")
                .runs(new Body.Arguments(words));
    }

    private static boolean isInMemory(String value) {
        String url = value.toLowerCase(Locale.ROOT);
        return url.startsWith("jdbc:h2:mem")
                || url.startsWith("jdbc:hsqldb:mem")
                || url.startsWith("jdbc:derby:memory");
    }

    private static Source located(String text, Setting mode, SourceFile file) {
        int[] offsets = new int[text.length() + 1];
        Arrays.fill(offsets, file.offset(mode.position()));
        return Source.mapped(file, text, offsets);
    }
}
