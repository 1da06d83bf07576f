package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.ProjectPath;
import java.util.Optional;
import java.util.Set;

/** The keys of one system's file: which hold commands, which lead to them, and which of those are mappings by name. */
enum StepListKind {
    TRAVIS(
            Set.of(
                    "before_install",
                    "install",
                    "before_script",
                    "script",
                    "after_success",
                    "after_failure",
                    "after_script",
                    "before_deploy",
                    "after_deploy",
                    // What deploy: to Heroku runs there.
                    "run"),
            Set.of("jobs", "matrix", "include", "deploy"),
            Set.of()),
    BUILDKITE(Set.of("command", "commands"), Set.of("steps"), Set.of()),
    // settings.script is what the SSH plugin runs elsewhere.
    DRONE(Set.of("commands", "script"), Set.of("steps", "pipeline", "settings"), Set.of("steps", "pipeline")),
    CLOUD_BUILD(Set.of("args", "script", "entrypoint"), Set.of("steps"), Set.of()),
    APPVEYOR(
            Set.of(
                    "init",
                    "install",
                    "before_build",
                    "build_script",
                    "after_build",
                    "before_test",
                    "test_script",
                    "after_test",
                    "before_deploy",
                    "deploy_script",
                    "after_deploy",
                    "on_success",
                    "on_finish",
                    "ps",
                    "cmd",
                    "sh"),
            Set.of("for"),
            Set.of()),
    SEMAPHORE(
            Set.of("commands"),
            Set.of(
                    "global_job_config",
                    "blocks",
                    "task",
                    "jobs",
                    "prologue",
                    "epilogue",
                    "always",
                    "on_pass",
                    "on_fail",
                    "after_pipeline"),
            Set.of());

    private final Set<String> commands;
    private final Set<String> levels;
    private final Set<String> named;

    StepListKind(Set<String> commands, Set<String> levels, Set<String> named) {
        this.commands = commands;
        this.levels = levels;
        this.named = named;
    }

    static Optional<StepListKind> of(String path) {
        String name = ProjectPath.name(path);
        String stem = name.endsWith(".yml")
                ? name.substring(0, name.length() - 4)
                : name.endsWith(".yaml") || name.startsWith("cloudbuild") && name.endsWith(".json")
                        ? name.substring(0, name.length() - 5)
                        : "";
        if (stem.isEmpty()) {
            return Optional.empty();
        }
        return switch (stem) {
            case ".travis" -> Optional.of(TRAVIS);
            case "buildkite" -> Optional.of(BUILDKITE);
            case ".drone", ".woodpecker" -> Optional.of(DRONE);
            case "appveyor", ".appveyor" -> Optional.of(APPVEYOR);
            default -> byFolder(path, stem);
        };
    }

    private static Optional<StepListKind> byFolder(String path, String stem) {
        String folder = '/' + ProjectPath.parent(path) + '/';
        if (stem.startsWith("cloudbuild")) {
            return Optional.of(CLOUD_BUILD);
        }
        if (folder.contains("/.buildkite/")) {
            return Optional.of(BUILDKITE);
        }
        if (folder.contains("/.semaphore/")) {
            return Optional.of(SEMAPHORE);
        }
        return folder.contains("/.woodpecker/") ? Optional.of(DRONE) : Optional.empty();
    }

    /** The folder that commands start in: the repository's, which is above a system's own folder. */
    String root(SourceFile file) {
        String folder = file.folder();
        String name = ProjectPath.name(folder);
        return Set.of(".buildkite", ".semaphore", ".woodpecker").contains(name) ? ProjectPath.parent(folder) : folder;
    }

    Set<String> commands() {
        return commands;
    }

    Set<String> levels() {
        return levels;
    }

    Set<String> named() {
        return named;
    }
}
