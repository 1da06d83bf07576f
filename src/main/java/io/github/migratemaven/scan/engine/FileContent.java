package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.WorkThreads;
import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.ShellReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one file says, its commands read. */
record FileContent(SourceFile file, List<ScriptCommands> scripts, List<Setting> settings) {
    record ScriptCommands(Script script, List<Command> commands) {}

    /**
     * All files that an extractor wants and that can be read, in the order of paths; several are read at a time.
     *
     * @param evenWithoutWords whether a file without any of its extractors' words is read, too
     */
    static List<FileContent> of(
            ProjectFiles project, List<Extractor> extractors, boolean evenWithoutWords, ShellReader shell) {
        Candidates candidates = new Candidates(extractors);
        return WorkThreads.get(() -> List.copyOf(project.paths()).parallelStream()
                .flatMap(path -> read(path, candidates.of(path), evenWithoutWords, project, shell).stream())
                .toList());
    }

    private static Optional<FileContent> read(
            String path, List<Extractor> readers, boolean evenWithoutWords, ProjectFiles project, ShellReader shell) {
        boolean wanted = readers.stream()
                .anyMatch(reader ->
                        evenWithoutWords || reader.words().isEmpty() || project.mentions(path, reader.words()));
        return !wanted
                ? Optional.empty()
                : project.read(path).map(file -> {
                    List<ScriptCommands> scripts = new ArrayList<>();
                    List<Setting> settings = new ArrayList<>();
                    for (Extractor reader : readers) {
                        Extract extract = reader.extract(file, project);
                        for (Script script : extract.scripts()) {
                            scripts.add(
                                    new ScriptCommands(script, shell.commands(script.body(), script.environment())));
                        }
                        settings.addAll(extract.settings());
                    }
                    return new FileContent(file, scripts, settings);
                });
    }
}
