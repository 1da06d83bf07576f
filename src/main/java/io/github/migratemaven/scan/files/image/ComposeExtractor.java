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
import java.util.Set;

/** Compose files: every service is something that starts. */
public final class ComposeExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        String name = ProjectPath.name(path).toLowerCase(Locale.ROOT);
        boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
        return yaml && (name.contains("compose") || name.startsWith("docker-stack") || name.startsWith("stack."));
    }

    @Override
    public Extent extent() {
        return Extent.FILE;
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        for (Node document : YamlText.read(file)) {
            Surroundings where =
                    Surroundings.of(Entry.START).folder(file.folder()).evidence(PathEvidence.of(file.path()));
            for (Node.Entry service :
                    document.get("services").map(Node::entries).orElse(List.of())) {
                new ComposeService(service.value(), where.inside("service", service.key()), project, collected).read();
            }
        }
        return collected.extract();
    }
}
