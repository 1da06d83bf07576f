package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Call;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A small project in memory and what the extractors make of one of its files, a line a script. */
record Extracted(Map<String, String> files) implements ProjectFiles {
    /** @param files path, content, path, content, … */
    static Extracted project(String... files) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < files.length; i += 2) {
            all.put(files[i], files[i + 1]);
        }
        return new Extracted(all);
    }

    @Override
    public Set<String> paths() {
        return files.keySet();
    }

    @Override
    public Optional<SourceFile> read(String path) {
        return Optional.ofNullable(files.get(path)).map(text -> new SourceFile(path, text));
    }

    List<Script> scripts(String path) {
        List<Script> scripts = new ArrayList<>();
        for (Extractor extractor : TaskFileKinds.ALL) {
            if (extractor.accepts(path)) {
                scripts.addAll(extractor.extract(read(path).orElseThrow(), this).scripts());
            }
        }
        return scripts;
    }

    /** {@code ENTRY EVIDENCE name@line:column in folder = what it runs}, its parts joined by {@code ;}. */
    List<String> lines(String path) {
        return scripts(path).stream().map(Extracted::line).toList();
    }

    private static String line(Script script) {
        String evidence = script.evidence().stream().map(e -> " " + e).sorted().collect(Collectors.joining());
        String name = script.id().kind() == Kind.ANONYMOUS
                ? script.title()
                : script.id().name();
        String folder = script.folder().isEmpty() ? "" : " in " + script.folder();
        return script.entry() + evidence + " " + name + "@" + at(script.position()) + folder + " = "
                + body(script.body());
    }

    /** Shell texts neither the first nor the last character of which stands in the file where they claim. */
    List<String> misplaced(String path) {
        List<String> wrong = new ArrayList<>();
        for (Script script : scripts(path)) {
            shells(script.body()).stream()
                    .filter(source ->
                            !stands(source, 0) && !stands(source, source.text().length() - 1))
                    .forEach(source -> wrong.add(source.position(0) + " " + source.text()));
        }
        return wrong;
    }

    private boolean stands(Source source, int index) {
        Position at = source.position(index);
        String line = files.get(at.file()).split("\n", -1)[at.line() - 1];
        char there = at.column() <= line.length() ? line.charAt(at.column() - 1) : '\0';
        // A variable stands for what it comes to, a Symfony command for the program that runs it.
        return there == source.text().charAt(index)
                || there == '$'
                || there == '{'
                || source.text().startsWith("php bin/console ");
    }

    private static List<Source> shells(Body body) {
        if (body instanceof Body.Shell shell) {
            return shell.source().text().isEmpty() ? List.of() : List.of(shell.source());
        }
        return body instanceof Body.Sequence sequence
                ? sequence.parts().stream()
                        .flatMap(part -> shells(part).stream())
                        .toList()
                : List.of();
    }

    private static String body(Body body) {
        if (body instanceof Body.Shell shell) {
            return at(shell.source().position(0)) + " "
                    + shell.source().text().strip().replace("\n", "⏎");
        }
        if (body instanceof Body.Arguments arguments) {
            return at(arguments.words().get(0).position(0)) + " "
                    + arguments.words().stream().map(Source::text).toList();
        }
        if (body instanceof Body.Calls calls) {
            return calls.calls().stream().map(Extracted::call).collect(Collectors.joining(" "));
        }
        return ((Body.Sequence) body).parts().stream().map(Extracted::body).collect(Collectors.joining("; "));
    }

    private static String call(Call call) {
        String folder = call.target().folder();
        return "→" + (folder.isEmpty() ? "" : folder + "/") + call.target().name();
    }

    private static String at(Position position) {
        return position.line() + ":" + position.column();
    }
}
