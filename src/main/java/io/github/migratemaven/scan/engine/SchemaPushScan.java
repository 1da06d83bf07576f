package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.scan.Clue;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.catalog.Catalog;
import io.github.migratemaven.scan.policy.Exceptions;
import io.github.migratemaven.scan.shell.ShellReader;
import java.util.ArrayList;
import java.util.List;

/** Finds destructive schema pushes that a build can really run. Reads only; runs nothing. */
public final class SchemaPushScan {
    private final List<Extractor> extractors;
    private final ShellReader shell;
    private final Catalog catalog;
    private final ScanOptions options;

    public SchemaPushScan(List<Extractor> extractors, ShellReader shell, Catalog catalog, ScanOptions options) {
        this.extractors = List.copyOf(extractors);
        this.shell = shell;
        this.catalog = catalog;
        this.options = options;
    }

    /**
     * @param findings in the order of file and line
     * @param files how many files were opened
     */
    public record Result(List<Finding> findings, int files) {}

    public Result scan(ProjectFiles project) {
        List<Clue> clues = new ArrayList<>(catalog.clues());
        clues.add(Exceptions.CLUE);
        ProjectReading reading = new ProjectReading(project, extractors, shell, catalog.isExtended(), clues);
        reading.open();
        Met met = new Met(catalog, project);
        PackageNames packages = new PackageNames(project);
        List<FileContent> files = reading.contents();
        CallGraph calls = new CallGraph(files, packages);
        // Each round brings callers of what is known to reach something banned, until there are no more.
        while (reading.open(new CallNames(calls.reaching(met.in(files))))) {
            files = reading.contents();
            calls = new CallGraph(files, packages);
        }
        Exceptions exceptions = new Exceptions(options.exceptions(), catalog.ids(), options.today());
        Judge judge = new Judge(options, calls.reach());
        for (FileContent file : files) {
            exceptions.read(file.file());
            for (FileContent.ScriptCommands read : file.scripts()) {
                met.judge(read, judge);
            }
        }
        for (FileContent file : files) {
            for (Setting setting : file.settings()) {
                for (Catalog.Match match : catalog.match(setting)) {
                    judge.setting(setting, match);
                }
            }
        }
        List<Finding> findings = Judge.inOrder(exceptions.applied(judge.findings()));
        return new Result(judge.details().in(findings, extractors, shell, project), reading.files());
    }
}
