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

    static FileContent of(SourceFile file, List<Extractor> readers, ProjectFiles project, ShellReader shell) {
        List<ScriptCommands> scripts = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        for (Extractor reader : readers) {
            Extract extract = reader.extract(file, project);
            for (Script script : extract.scripts()) {
                scripts.add(new ScriptCommands(script, shell.commands(script.body(), script.environment())));
            }
            settings.addAll(extract.settings());
        }
        return new FileContent(file, scripts, settings);
    }
}
