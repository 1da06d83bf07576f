package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.ShellReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one file says, its commands read. */
record FileContent(SourceFile file, List<ScriptCommands> scripts, List<Setting> settings) {
    record ScriptCommands(Script script, List<Command> commands) {
        /** Where one of the commands runs. */
        String folder(Command command) {
            return command.folder().isEmpty()
                    ? script.folder()
                    : Folders.resolve(script.folder(), command.folder()).orElse(script.folder());
        }
    }

    /** Empty when the file cannot be read. */
    static Optional<FileContent> of(String path, List<Extractor> readers, ProjectFiles project, ShellReader shell) {
        Optional<SourceFile> file = project.read(path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        List<ScriptCommands> scripts = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        for (Extractor reader : readers) {
            Extract extract = reader.extract(file.get(), project);
            for (Script script : extract.scripts()) {
                scripts.add(new ScriptCommands(script, shell.commands(script.body(), script.environment())));
            }
            settings.addAll(extract.settings());
        }
        return Optional.of(new FileContent(file.get(), scripts, settings));
    }
}
