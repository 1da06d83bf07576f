package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.CommandList;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Serverless Framework: the hooks and commands of its script plugins ({@code custom.scripts}, {@code custom.scriptable}, {@code custom.scriptHooks}). */
public final class ServerlessExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return Set.of("serverless.yml", "serverless.yaml").contains(ProjectPath.name(path));
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        YamlText.readFirst(file).flatMap(root -> root.get("custom")).ifPresent(custom -> {
            Surroundings where = Surroundings.of(Entry.DEPLOY).folder(file.folder());
            for (String plugin : List.of("scripts", "scriptable")) {
                entries(custom.at(plugin, "hooks"), "hook", where, collected);
                entries(custom.at(plugin, "commands"), "command", where.entry(Entry.NONE), collected);
            }
            entries(custom.get("scriptHooks"), "hook", where, collected);
        });
        return collected.extract();
    }

    private static void entries(Optional<Node> node, String kind, Surroundings where, Collected collected) {
        for (Node.Entry entry : node.map(Node::entries).orElse(List.of())) {
            Surroundings inner = where.inside(kind, entry.key());
            CommandList.of(Optional.of(entry.value())).forEach(text -> collected.shell(inner, text));
        }
    }
}
