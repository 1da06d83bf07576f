package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extractor;
import java.util.List;
import java.util.stream.Stream;

/** Extractors of task runners, package managers, hosting platforms and git hooks. */
public final class TaskFileKinds {
    public static final List<Extractor> ALL = Stream.of(
                    List.of(
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
                            new GitHooks()),
                    TaskTable.ALL,
                    PlatformFiles.ALL)
            .flatMap(List::stream)
            .toList();

    private TaskFileKinds() {}
}
