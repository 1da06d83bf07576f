package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.PathEvidence;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.List;
import java.util.Locale;

/** cloud-init: {@code bootcmd}, {@code runcmd} and the scripts among {@code write_files}. Told by its first line. */
public final class CloudInitExtractor implements Extractor {
    @Override
    public boolean accepts(String path) {
        String name = ProjectPath.name(path).toLowerCase(Locale.ROOT);
        return name.endsWith(".yml")
                || name.endsWith(".yaml")
                || name.endsWith(".cfg")
                || name.contains("user-data")
                || name.contains("cloud-init");
    }

    @Override
    public Extent extent() {
        return Extent.FILE;
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        if (!file.text().startsWith("#cloud-config")) {
            return Extract.NOTHING;
        }
        Collected collected = new Collected(file);
        Surroundings where = Surroundings.of(Entry.DEPLOY).evidence(PathEvidence.of(file.path()));
        YamlText.readFirst(file).ifPresent(root -> {
            for (String key : List.of("bootcmd", "runcmd")) {
                for (Node item : root.get(key).map(Node::items).orElse(List.of())) {
                    item.source().ifPresent(text -> collected.shell(where.inside(key, ""), text));
                    collected.arguments(where.inside(key, ""), item.items().isEmpty() ? List.of() : item.sources());
                }
            }
            for (Node written : root.get("write_files").map(Node::items).orElse(List.of())) {
                written.source("content")
                        .filter(text -> text.text().startsWith("#!")
                                && text.text().lines().findFirst().orElse("").endsWith("sh"))
                        .ifPresent(text -> collected.shell(where.inside("write_files", ""), text));
            }
        });
        return collected.extract();
    }
}
