package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.catalog.YamlCatalog;
import io.github.migratemaven.scan.files.CodeScripts;
import io.github.migratemaven.scan.files.GradleScripts;
import io.github.migratemaven.scan.files.PomScripts;
import io.github.migratemaven.scan.files.ProjectTree;
import io.github.migratemaven.scan.files.PropertiesSettings;
import io.github.migratemaven.scan.files.ScriptFiles;
import io.github.migratemaven.scan.files.TaskFileKinds;
import io.github.migratemaven.scan.files.XmlSettings;
import io.github.migratemaven.scan.files.YamlSettings;
import io.github.migratemaven.scan.files.ci.CiExtractors;
import io.github.migratemaven.scan.files.image.ImageExtractors;
import io.github.migratemaven.scan.shell.ShellCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scan with everything that we know to read: what the goal and the enforcer rule call. */
public final class Bans {
    private Bans() {}

    /** @throws MigrateException with an {@code InvalidInput} when the folder is not there */
    public static SchemaPushScan.Result scan(Path root, ScanOptions options) {
        if (!Files.isDirectory(root)) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "no-directory", root + " is not a folder", "Name the folder to read with -Dmigrate.directory=…"));
        }
        try {
            ProjectTree project = ProjectTree.of(root, ProjectTree.Limits.DEFAULT);
            return new SchemaPushScan(extractors(), new ShellCommands(), YamlCatalog.with(List.of()), options)
                    .scan(project);
        } catch (IOException e) {
            throw new MigrateException(
                    new Failure.Unavailable(
                            "unreadable-directory",
                            root + " cannot be read: " + e.getMessage(),
                            "Check its permissions."),
                    e);
        }
    }

    static List<Extractor> extractors() {
        List<Extractor> all = new ArrayList<>(TaskFileKinds.ALL);
        all.addAll(CiExtractors.all());
        all.addAll(ImageExtractors.all());
        all.addAll(List.of(
                new ScriptFiles(),
                new PropertiesSettings(),
                new YamlSettings(),
                new XmlSettings(),
                new PomScripts(),
                new GradleScripts(),
                new CodeScripts()));
        return all;
    }
}
