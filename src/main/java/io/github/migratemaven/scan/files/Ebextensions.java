package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Elastic Beanstalk: {@code .ebextensions/*.config}
 * (https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customize-containers-ec2.html) and the scripts in {@code .platform/hooks};
 * with them the hook scripts of Kamal.
 */
public final class Ebextensions implements Extractor {
    private static final List<CommandRule> RULES = List.of(
            CommandRule.exec("commands.*.command", Entry.DEPLOY),
            CommandRule.exec("container_commands.*.command", Entry.DEPLOY));

    @Override
    public boolean accepts(String path) {
        String folder = Paths.parent(path);
        return isConfig(path) || isHook("/" + folder + "/");
    }

    private static boolean isConfig(String path) {
        return path.endsWith(".config") && Paths.name(Paths.parent(path)).equals(".ebextensions");
    }

    private static boolean isHook(String folder) {
        return folder.contains("/.platform/hooks/")
                || folder.contains("/.platform/confighooks/")
                || folder.contains("/.kamal/hooks/");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        if (!isConfig(file.path())) {
            int dot = ("/" + file.path()).indexOf("/.");
            String top = Paths.resolve("", file.path().substring(0, dot));
            scripts.add(Draft.file(file).withEntry(Entry.DEPLOY).withFolder(top).runs(Bodies.shell(Source.of(file))));
            return new Extract(scripts, List.of());
        }
        String folder = Paths.parent(file.folder());
        YamlText.readFirst(file).ifPresent(root -> {
            RULES.forEach(rule -> rule.scripts(file, root, folder, scripts::add));
            root.get("files")
                    .ifPresent(files -> files.entries()
                            .forEach(entry -> entry.value()
                                    .source("content")
                                    .filter(content -> content.text().startsWith("#!"))
                                    .ifPresent(content -> scripts.add(
                                            Draft.anonymous(file, content.offset(0), Paths.name(entry.key()))
                                                    .withEntry(Entry.DEPLOY)
                                                    .withFolder(folder)
                                                    .runs(Bodies.shell(content))))));
        });
        return new Extract(scripts, List.of());
    }
}
