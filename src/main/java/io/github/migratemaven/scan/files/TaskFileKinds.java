package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extractor;
import java.util.ArrayList;
import java.util.List;

/** Extractors of task runners, package managers, hosting platforms and git hooks. */
public final class TaskFileKinds {
    private static final List<Extractor> OTHERS = List.of(
            new PackageJson(),
            new TurboJson(),
            new NxTargets(),
            new ComposerJson(),
            new Makefile(),
            new Justfile(),
            new Taskfile(),
            new Rakefile(),
            new MixAliases(),
            new ToxIni(),
            new Procfile(),
            new Pm2(),
            new Ebextensions(),
            new LiquibaseFlow(),
            new DataSettings(),
            new CodeSwitches(),
            new GitHooks(),
            new EnvoyTasks());

    public static final List<Extractor> ALL = all();

    private TaskFileKinds() {}

    private static List<Extractor> all() {
        List<Extractor> all = new ArrayList<>(OTHERS);
        all.addAll(TaskTable.ALL);
        all.addAll(PlatformFiles.ALL);
        all.addAll(ServiceFiles.ALL);
        return List.copyOf(all);
    }
}
