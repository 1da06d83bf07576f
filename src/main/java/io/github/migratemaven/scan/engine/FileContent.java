package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.PathEvidence;
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
            for (Script found : extract.scripts()) {
                Script script = isFixture(file, found) ? found.entry(Script.Entry.NONE) : found;
                scripts.add(new ScriptCommands(script, shell.commands(script.body(), script.environment())));
            }
            settings.addAll(extract.settings());
        }
        return new FileContent(file, scripts, settings);
    }

    /** What says itself that it is a test is judged by that. */
    private static boolean isFixture(SourceFile file, Script script) {
        return script.entry() != Script.Entry.NONE
                && !script.evidence().contains(Script.Evidence.TEST)
                && PathEvidence.isFixture(file.path(), script.entry());
    }
}
