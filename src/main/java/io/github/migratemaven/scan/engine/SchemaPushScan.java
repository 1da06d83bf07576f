package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.catalog.Catalog;
import io.github.migratemaven.scan.policy.Exceptions;
import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.ShellReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<Script> scripts = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        Exceptions exceptions = new Exceptions(options.exceptions(), catalog.ids(), options.today());
        int files = extract(project, exceptions, scripts, settings);
        ScriptIndex index = new ScriptIndex(scripts);
        CallResolver calls = new CallResolver(index, new PackageNames(project));
        Map<Script, List<Command>> commands = new LinkedHashMap<>();
        Map<Script, List<Reach.Edge>> edges = new HashMap<>();
        for (Script script : scripts) {
            List<Command> found = shell.commands(script.body(), script.environment());
            commands.put(script, found);
            edges.put(script, edges(script, found, calls, index));
        }
        Judge judge = new Judge(options, new Reach(scripts, edges));
        commands.forEach((script, found) -> {
            for (Command command : found) {
                String folder = folder(command, script);
                catalog.match(inherited(command, script), path -> text(project, folder, path))
                        .forEach(match -> judge.command(script, command, match));
            }
        });
        settings.forEach(setting -> catalog.match(setting).forEach(match -> judge.setting(setting, match)));
        List<Finding> findings = Judge.inOrder(exceptions.applied(judge.findings()));
        return new Result(judge.details().in(findings, extractors, shell, project), files);
    }

    private int extract(ProjectFiles project, Exceptions exceptions, List<Script> scripts, List<Setting> settings) {
        int files = 0;
        for (String path : project.paths()) {
            SourceFile file = null;
            for (Extractor extractor : extractors) {
                if (extractor.accepts(path)
                        && (file != null || extractor.words().isEmpty() || project.mentions(path, extractor.words()))) {
                    file = file == null ? project.read(path).orElse(null) : file;
                    if (file == null) {
                        break;
                    }
                    Extract extract = extractor.extract(file, project);
                    scripts.addAll(extract.scripts());
                    settings.addAll(extract.settings());
                }
            }
            if (file != null) {
                files++;
                exceptions.read(file);
            }
        }
        return files;
    }

    private static List<Reach.Edge> edges(
            Script script, List<Command> commands, CallResolver resolver, ScriptIndex index) {
        List<Reach.Edge> edges = new ArrayList<>();
        declared(script.body(), index, edges);
        for (Command command : commands) {
            Position at = command.source().position(command.words().get(0).start());
            resolver.calls(command, folder(command, script)).forEach(target -> edges.add(new Reach.Edge(target, at)));
        }
        return edges;
    }

    private static void declared(Script.Body body, ScriptIndex index, List<Reach.Edge> edges) {
        if (body instanceof Script.Body.Calls calls) {
            for (Script.Call call : calls.calls()) {
                index.of(call.target()).forEach(target -> edges.add(new Reach.Edge(target, call.position())));
            }
        } else if (body instanceof Script.Body.Sequence sequence) {
            sequence.parts().forEach(part -> declared(part, index, edges));
        }
    }

    /** What is set where a script runs is set for its commands. */
    private static Command inherited(Command command, Script script) {
        if (script.environment().isEmpty()) {
            return command;
        }
        Map<String, String> environment = new HashMap<>(script.environment());
        environment.putAll(command.environment());
        return command.with(environment);
    }

    private static String folder(Command command, Script script) {
        return command.folder().isEmpty()
                ? script.folder()
                : Folders.resolve(script.folder(), command.folder()).orElse(script.folder());
    }

    private static Optional<String> text(ProjectFiles project, String folder, String path) {
        return Folders.resolve(folder, path)
                .filter(project.paths()::contains)
                .or(() -> Folders.resolve("", path).filter(project.paths()::contains))
                .flatMap(project::read)
                .map(SourceFile::text);
    }
}
