package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.SourceFile;
import java.util.List;

/** How a configuration file is written. */
enum Format {
    JSON,
    TOML,
    YAML;

    /** Its documents; none for what cannot be read. */
    List<Node> read(SourceFile file) {
        return switch (this) {
            case JSON -> JsonText.read(file).stream().toList();
            case TOML -> List.of(TomlText.read(file));
            case YAML -> YamlText.read(file);
        };
    }
}
