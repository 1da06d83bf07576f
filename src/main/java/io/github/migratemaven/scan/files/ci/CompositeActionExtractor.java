package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Call;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code action.yml}: its steps run in CI whoever calls it, maybe another repository. */
public final class CompositeActionExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        String name = ProjectPath.name(path);
        return name.equals("action.yml") || name.equals("action.yaml");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        YamlText.readFirst(file)
                .ifPresent(action ->
                        action.get("runs").ifPresent(runs -> runs(runs, action.get("inputs"), collected, project)));
        return collected.extract();
    }

    private static void runs(Node runs, Optional<Node> inputs, Collected collected, ProjectFiles project) {
        SourceFile file = collected.file();
        int github = file.path().indexOf(".github/");
        String repository = github <= 0 ? "" : file.path().substring(0, github - 1);
        Surroundings where =
                Surroundings.of(Entry.NONE).folder(repository).environment(EnvironmentNode.of(runs.get("env")));
        GithubSteps steps = new GithubSteps(collected, project, repository, Services.NONE);
        steps.all(runs.get("steps").map(Node::items).orElse(List.of()), where, new GithubMatrix());
        GithubInputs.defaults(inputs, where, collected);
        List<Call> calls = new ArrayList<>(collected.extract().scripts().stream()
                .map(script -> new Call(script.id(), script.position()))
                .toList());
        runs.get("image")
                .filter(image -> image.text().endsWith("Dockerfile"))
                .ifPresent(image -> ProjectPath.resolve(file.folder(), image.text())
                        .ifPresent(path -> calls.add(new Call(
                                new ScriptId(Kind.IMAGE, ProjectPath.parent(path), ProjectPath.name(path)),
                                EnvironmentNode.position(file, image)))));
        for (String key : List.of("pre", "main", "post")) {
            runs.get(key)
                    .flatMap(main -> ProjectPath.resolve(file.folder(), main.text()))
                    .ifPresent(path -> calls.add(new Call(
                            new ScriptId(Kind.FILE, ProjectPath.parent(path), ProjectPath.name(path)),
                            file.position(runs.start()))));
        }
        if (!calls.isEmpty()) {
            collected.add(
                    where.entry(Entry.CI),
                    new ScriptId(Kind.ACTION, file.folder(), file.name()),
                    file.position(runs.start()),
                    new Body.Calls(calls));
        }
    }
}
