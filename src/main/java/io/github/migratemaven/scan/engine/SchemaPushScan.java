package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.catalog.Catalog;
import io.github.migratemaven.scan.engine.FileContent.ScriptCommands;
import io.github.migratemaven.scan.policy.Exceptions;
import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.ShellReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds destructive schema pushes that a build can really run. Reads only; runs nothing. */
public final class SchemaPushScan {
    /** Calls that are followed. A hundred thousand scripts that each call all others are no project. */
    private static final int MOST_CALLS = 1_000_000;

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
        Exceptions exceptions = new Exceptions(options.exceptions(), catalog.ids(), options.today());
        List<FileContent> files = FileContent.of(project, extractors, catalog.isExtended(), shell);
        files.forEach(content -> exceptions.read(content.file()));
        List<ScriptCommands> commands =
                files.stream().flatMap(file -> file.scripts().stream()).toList();
        List<Script> scripts = commands.stream().map(ScriptCommands::script).toList();
        ScriptIndex index = new ScriptIndex(scripts);
        CallResolver calls = new CallResolver(index, new PackageNames(project));
        Map<Script, List<Reach.Edge>> edges = new IdentityHashMap<>();
        int left = MOST_CALLS;
        for (ScriptCommands read : commands) {
            List<Reach.Edge> found = edges(left, read.script(), read.commands(), calls, index);
            edges.put(read.script(), found);
            left -= found.size();
        }
        Judge judge = new Judge(options, new Reach(scripts, edges));
        commands.forEach(read -> {
            Script script = read.script();
            for (Command command : read.commands()) {
                String folder = folder(command, script);
                catalog.match(inherited(command, script), path -> text(project, folder, path))
                        .forEach(match -> judge.command(script, command, match));
            }
        });
        files.forEach(file -> file.settings()
                .forEach(setting -> catalog.match(setting).forEach(match -> judge.setting(setting, match))));
        List<Finding> findings = Judge.inOrder(exceptions.applied(judge.findings()));
        return new Result(judge.details().in(findings, extractors, shell, project), files.size());
    }

    /** @param left of {@link #MOST_CALLS} */
    private static List<Reach.Edge> edges(
            int left, Script script, List<Command> commands, CallResolver resolver, ScriptIndex index) {
        List<Reach.Edge> edges = new ArrayList<>();
        declared(script.body(), index, edges);
        for (Command command : commands) {
            if (edges.size() >= left) {
                break;
            }
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
