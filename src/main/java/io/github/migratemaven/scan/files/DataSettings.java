package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tools' own configuration as TOML, JSON or YAML: {@code flyway.toml}, TypeORM's {@code ormconfig.json}. */
final class DataSettings implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".toml", ".json", ".yml", ".yaml");
    private static final int MAX_CONNECTIONS = 100;

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".toml") && name.startsWith("flyway")
                || name.startsWith("ormconfig")
                        && (name.endsWith(".json") || name.endsWith(".yml") || name.endsWith(".yaml"));
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Set<Evidence> evidence = NameEvidence.of(file.path());
        if (file.name().endsWith(".toml")) {
            return new Extract(List.of(), YamlSettings.of(TomlText.read(file), file, evidence));
        }
        List<Node> documents =
                file.name().endsWith(".json") ? JsonText.read(file).stream().toList() : YamlText.read(file);
        List<Setting> settings = new ArrayList<>();
        for (Node document : documents) {
            List<Node> connections = document.items().isEmpty() ? List.of(document) : document.items();
            connections.stream()
                    .limit(MAX_CONNECTIONS)
                    .flatMap(connection -> YamlSettings.of(connection, file, evidence).stream())
                    .map(DataSettings::ofTypeOrm)
                    .forEach(settings::add);
        }
        return new Extract(List.of(), settings);
    }

    private static Setting ofTypeOrm(Setting setting) {
        String key = setting.key();
        return new Setting(
                "typeorm." + key.substring(key.lastIndexOf('.') + 1),
                setting.value(),
                setting.position(),
                setting.siblings(),
                setting.evidence());
    }
}
