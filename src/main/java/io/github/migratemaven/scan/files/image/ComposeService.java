package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentEvidence;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.PathEvidence;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One service of a compose file. */
final class ComposeService {
    private final Node service;
    private final Surroundings outer;
    private final ProjectFiles project;
    private final Collected collected;
    private final SourceFile file;

    ComposeService(Node service, Surroundings outer, ProjectFiles project, Collected collected) {
        this.service = service;
        this.outer = outer;
        this.project = project;
        this.collected = collected;
        this.file = collected.file();
    }

    void read() {
        Surroundings where = outer.environment(environmentFiles())
                .environment(EnvironmentNode.of(service.get("environment")))
                .evidence(profiles());
        where = where.evidence(EnvironmentEvidence.mode(where.environment()));
        Set<Evidence> evidence = new HashSet<>(where.evidence());
        evidence.addAll(PathEvidence.ofSettings(file.path()));
        EnvironmentNode.settings(file, service.get("environment"), evidence).forEach(collected::setting);
        Optional<Node> build = service.get("build");
        String context = build.map(node -> node.get("context").orElse(node).text())
                .flatMap(path -> ProjectPath.resolve(file.folder(), path))
                .orElse(file.folder());
        Optional<SourceFile> dockerfile = build.isEmpty() ? Optional.empty() : dockerfile(context, build.get());
        if (dockerfile.isPresent() && build.isPresent()) {
            SourceFile image = dockerfile.get();
            collected.call(
                    where,
                    new ScriptId(Kind.IMAGE, image.folder(), image.name()),
                    EnvironmentNode.position(file, build.get()));
        }
        ContainerPlace place = ContainerPlace.of(service, context, dockerfile, file, project);
        commands(where.folder(place.folder()), place);
    }

    private Optional<SourceFile> dockerfile(String context, Node build) {
        String name = build.get("dockerfile").map(Node::text).orElse("Dockerfile");
        return ProjectPath.resolve(context, name).flatMap(project::read);
    }

    private Set<Evidence> profiles() {
        List<Source> profiles = service.get("profiles").map(Node::sources).orElse(List.of());
        if (profiles.isEmpty()) {
            return Set.of();
        }
        if (profiles.stream()
                .allMatch(profile ->
                        Set.of("test", "tests", "testing", "e2e", "ci").contains(profile.text()))) {
            return Set.of(Evidence.TEST);
        }
        return profiles.stream()
                        .allMatch(
                                profile -> Set.of("dev", "development", "local").contains(profile.text()))
                ? Set.of(Evidence.DEVELOPMENT)
                : Set.of();
    }

    private Map<String, String> environmentFiles() {
        Map<String, String> all = new HashMap<>();
        Optional<Node> names = service.get("env_file");
        List<Source> paths = new ArrayList<>(names.map(Node::sources).orElse(List.of()));
        names.map(Node::items)
                .orElse(List.of())
                .forEach(item -> item.source("path").ifPresent(paths::add));
        for (Source path : paths) {
            ProjectPath.resolve(file.folder(), path.text())
                    .flatMap(project::read)
                    .ifPresent(environment -> environment
                            .text()
                            .lines()
                            .limit(1000)
                            .forEach(line -> {
                                int equals = line.indexOf('=');
                                if (equals > 0 && !line.startsWith("#")) {
                                    all.put(
                                            line.substring(0, equals).strip(),
                                            line.substring(equals + 1).strip());
                                }
                            }));
        }
        return all;
    }

    private void commands(Surroundings where, ContainerPlace place) {
        Optional<Node> entrypoint = service.get("entrypoint");
        Optional<Node> command = service.get("command");
        boolean interpreter = entrypoint
                .map(Node::sources)
                .filter(words ->
                        !words.isEmpty() && words.get(words.size() - 1).text().endsWith("-c"))
                .isPresent();
        if (interpreter && command.isPresent()) {
            List<Source> words = new ArrayList<>(
                    entrypoint.get().items().isEmpty()
                            ? List.of()
                            : entrypoint.get().sources());
            words.addAll(command.get().sources());
            collected.arguments(where, place.localized(words));
        } else if (entrypoint.isPresent()
                && !entrypoint.get().items().isEmpty()
                && command.isPresent()
                && !command.get().items().isEmpty()) {
            List<Source> words = new ArrayList<>(entrypoint.get().sources());
            words.addAll(command.get().sources());
            collected.arguments(where, place.localized(words));
            if (words.get(0).text().endsWith(".sh")) {
                // Such a script ends with exec "$@".
                collected.arguments(where, place.localized(command.get().sources()));
            }
        } else if (entrypoint.isEmpty() && command.isPresent() && tool().isPresent()) {
            command.get()
                    .source()
                    .ifPresent(line -> collected.shell(where, place.localized(ToolImage.line(tool().get(), line))));
            if (!command.get().items().isEmpty() && !command.get().sources().isEmpty()) {
                collected.arguments(
                        where,
                        place.localized(
                                ToolImage.command(tool().get(), command.get().sources())));
            }
        } else {
            entrypoint.ifPresent(node -> run(node, where, place));
            command.ifPresent(node -> run(node, where, place));
        }
        service.at("healthcheck", "test").ifPresent(test -> healthcheck(test, where.inside("healthcheck", ""), place));
        for (String hook : List.of("post_start", "pre_stop")) {
            for (Node item : service.get(hook).map(Node::items).orElse(List.of())) {
                item.get("command").ifPresent(node -> run(node, where.inside(hook, ""), place));
            }
        }
    }

    private Optional<String> tool() {
        return service.get("image").map(Node::text).flatMap(ToolImage::of);
    }

    private void run(Node node, Surroundings where, ContainerPlace place) {
        node.source().ifPresent(text -> collected.shell(where, place.localized(text)));
        collected.arguments(where, place.localized(node.items().isEmpty() ? List.of() : node.sources()));
    }

    private void healthcheck(Node test, Surroundings where, ContainerPlace place) {
        List<Source> words = test.items().isEmpty() ? List.of() : test.sources();
        if (words.size() > 1 && words.get(0).text().equals("CMD-SHELL")) {
            collected.shell(where, place.localized(words.get(1)));
        } else if (words.size() > 1 && words.get(0).text().equals("CMD")) {
            collected.arguments(where, place.localized(words.subList(1, words.size())));
        } else {
            test.source().ifPresent(text -> collected.shell(where, place.localized(text)));
        }
    }
}
