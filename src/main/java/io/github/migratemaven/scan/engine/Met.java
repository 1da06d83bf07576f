package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.catalog.Catalog;
import io.github.migratemaven.scan.catalog.Catalog.Match;
import io.github.migratemaven.scan.engine.FileContent.ScriptCommands;
import io.github.migratemaven.scan.shell.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which commands are instances of the catalogue's entries; each is looked up once. Not thread-safe. */
final class Met {
    private final Catalog catalog;
    private final ProjectFiles project;
    private final Map<ScriptCommands, List<InCommand>> known = new IdentityHashMap<>();

    private record InCommand(Command command, Match match) {}

    Met(Catalog catalog, ProjectFiles project) {
        this.catalog = catalog;
        this.project = project;
    }

    /** The scripts of these files that have such a command. */
    List<Script> in(List<FileContent> files) {
        List<Script> scripts = new ArrayList<>();
        for (FileContent file : files) {
            for (ScriptCommands read : file.scripts()) {
                if (!of(read).isEmpty()) {
                    scripts.add(read.script());
                }
            }
        }
        return scripts;
    }

    void judge(ScriptCommands read, Judge judge) {
        for (InCommand met : of(read)) {
            judge.command(read.script(), met.command, met.match);
        }
    }

    private List<InCommand> of(ScriptCommands read) {
        List<InCommand> met = known.get(read);
        if (met == null) {
            met = look(read);
            known.put(read, met);
        }
        return met;
    }

    private List<InCommand> look(ScriptCommands read) {
        List<InCommand> met = new ArrayList<>(0);
        for (Command command : read.commands()) {
            String folder = read.folder(command);
            for (Match match : catalog.match(inherited(command, read.script()), path -> text(folder, path))) {
                met.add(new InCommand(command, match));
            }
        }
        return met;
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

    private Optional<String> text(String folder, String path) {
        for (String base : List.of(folder, "")) {
            Optional<String> resolved = Folders.resolve(base, path);
            if (resolved.isPresent() && project.paths().contains(resolved.get())) {
                Optional<SourceFile> file = project.read(resolved.get());
                return file.isPresent() ? Optional.of(file.get().text()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
