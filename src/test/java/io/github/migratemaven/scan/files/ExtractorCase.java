package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One case of a {@code .cases} file: {@code === name | path}, the file's text in which {@code ▶} marks where each command that
 * must be found begins, {@code +++ path} and the text of other files of the project, {@code >>>} for each command in order:
 * {@code {what differs from the ordinary} title :: command}, and {@code $$$ key=value} for each setting, at a {@code ◆}.
 */
record ExtractorCase(
        String name, String path, Map<String, String> files, List<String> commands, List<String> settings) {

    static List<ExtractorCase> read(String resource) {
        try (InputStream in = ExtractorCase.class.getResourceAsStream("/scan/files/" + resource)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ExtractorCase> parse(String text) {
        List<ExtractorCase> cases = new ArrayList<>();
        String file = "";
        for (String line : text.split("\n")) {
            ExtractorCase last = cases.isEmpty() ? null : cases.get(cases.size() - 1);
            if (line.startsWith("=== ")) {
                String[] head = line.substring(4).split(" \\| ", 2);
                cases.add(new ExtractorCase(
                        head[0], head[1], new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>()));
                file = head[1];
            } else if (line.startsWith("+++ ")) {
                file = line.substring(4);
                last.files.put(file, "");
            } else if (line.startsWith(">>> ")) {
                last.commands.add(line.substring(4));
            } else if (line.startsWith("$$$ ")) {
                last.settings.add(line.substring(4));
            } else if (last != null) {
                last.files.merge(file, line + "\n", String::concat);
            }
        }
        return cases;
    }

    /** What an extractor finds. */
    Extract extract(Extractor extractor) {
        ProjectFiles project = project();
        return extractor.extract(project.read(path).orElseThrow(), project);
    }

    private ProjectFiles project() {
        Map<String, SourceFile> sources = new TreeMap<>();
        files.forEach((name, text) -> sources.put(name, new SourceFile(name, text.replaceAll("[▶◆]", ""))));
        return new ProjectFiles() {
            @Override
            public Set<String> paths() {
                return new TreeSet<>(sources.keySet());
            }

            @Override
            public Optional<SourceFile> read(String path) {
                return Optional.ofNullable(sources.get(path));
            }
        };
    }

    /** {@code file:line:column} of every mark, files in the order of the case. */
    List<String> marked(char mark) {
        List<String> all = new ArrayList<>();
        files.forEach((name, text) -> {
            int line = 1;
            int column = 1;
            for (char c : text.toCharArray()) {
                if (c == mark) {
                    all.add(name + ':' + line + ':' + column);
                } else if (c == '\n') {
                    line++;
                    column = 1;
                } else if (c != '▶' && c != '◆') {
                    column++;
                }
            }
        });
        return all;
    }

    /** The commands of an extract in the words of a case, each with its place behind a tab. */
    static List<String> described(Extract extract, Script.Entry ordinary) {
        List<String> all = new ArrayList<>();
        for (Script script : extract.scripts()) {
            List<String> words = new ArrayList<>();
            if (script.entry() != ordinary) {
                words.add(script.entry().name());
            }
            script.evidence().stream().map(Enum::name).sorted().forEach(words::add);
            if (!script.folder().isEmpty()) {
                words.add("in " + script.folder());
            }
            String differs = words.isEmpty() ? "" : words.stream().collect(Collectors.joining(", ", "{", "} "));
            String title = script.title().isEmpty() ? "" : script.title() + " :: ";
            describe(script.body(), differs + title, all);
        }
        return all;
    }

    private static void describe(Body body, String prefix, List<String> all) {
        if (body instanceof Body.Shell shell) {
            String dialect = shell.dialect() == Script.Dialect.POSIX ? "" : shell.dialect() + " ";
            all.add(prefix
                    + dialect
                    + shown(shell.source())
                    + '\t'
                    + shell.source().position(0));
        } else if (body instanceof Body.Arguments arguments) {
            all.add(prefix
                    + arguments.words().stream().map(ExtractorCase::shown).collect(Collectors.joining(", ", "[", "]"))
                    + '\t'
                    + arguments.words().get(0).position(0));
        } else if (body instanceof Body.Sequence sequence) {
            sequence.parts().forEach(part -> describe(part, prefix, all));
        } else if (body instanceof Body.Calls calls) {
            calls.calls().stream()
                    .filter(call -> call.target().kind() != Script.Kind.ANONYMOUS)
                    .forEach(call -> all.add(prefix + "-> " + call.target().kind() + ' '
                            + call.target().folder() + '/' + call.target().name() + '\t' + call.position()));
        }
    }

    private static String shown(Source source) {
        return source.text().stripTrailing().replace("\n", "⏎");
    }

    @Override
    public String toString() {
        return name;
    }
}
