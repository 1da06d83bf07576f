package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.catalog.Catalog;
import io.github.migratemaven.scan.catalog.EntryCatalog;
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
import io.github.migratemaven.scan.fix.Patch;
import io.github.migratemaven.scan.policy.Policy;
import io.github.migratemaven.scan.shell.ShellCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The scan with everything that we know to read: what the goal and the enforcer rule call. */
public final class Bans {
    private Bans() {}

    /** @throws MigrateException with an {@code InvalidInput} when the folder is not there */
    public static SchemaPushScan.Result scan(Path root, ScanOptions options) {
        return scan(root, ProjectTree.Limits.DEFAULT, EntryCatalog.with(List.of()), options);
    }

    /**
     * With all that a project configured.
     *
     * @throws MigrateException with an {@code InvalidInput} when the folder is not there
     */
    public static SchemaPushScan.Result scan(Path root, Policy policy, LocalDate today) {
        ProjectTree.Limits limits = new ProjectTree.Limits(
                policy.includes(),
                policy.excludes(),
                ProjectTree.Limits.DEFAULT.maxBytes(),
                ProjectTree.Limits.DEFAULT.maxManifestBytes());
        return scan(root, limits, policy.catalog(), ScanOptions.of(policy, today));
    }

    static void checkFolder(Path root) {
        if (!Files.isDirectory(root)) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "no-directory", root + " is not a folder", "Name the folder to read with -Dmigrate.directory=…"));
        }
    }

    private static SchemaPushScan.Result scan(
            Path root, ProjectTree.Limits limits, Catalog catalog, ScanOptions options) {
        checkFolder(root);
        try {
            ProjectTree project = ProjectTree.of(root, limits);
            List<Extractor> extractors = extractors(options.testsCount());
            return new SchemaPushScan(extractors, new ShellCommands(), catalog, options).scan(project);
        } catch (IOException e) {
            throw new MigrateException(
                    new Failure.Unavailable(
                            "unreadable-directory",
                            root + " cannot be read: " + e.getMessage(),
                            "Check its permissions."),
                    e);
        }
    }

    /**
     * What the fixes of a scan's findings change, as a unified diff: for {@code git apply} and {@code patch -p1} in the root.
     * Empty when nothing can be fixed without a person.
     */
    public static String patch(Path root, List<Finding> findings) {
        try {
            return Patch.of(findings, ProjectTree.of(root, ProjectTree.Limits.DEFAULT));
        } catch (IOException e) {
            return "";
        }
    }

    /** @param tests see {@link ScanOptions#testsCount} */
    static List<Extractor> extractors(boolean tests) {
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
                new CodeScripts(tests)));
        return all;
    }
}
