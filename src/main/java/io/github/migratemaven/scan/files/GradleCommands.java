package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Programs that Gradle's tasks start: {@code commandLine}, {@code executable} with {@code args}, {@code "…".execute()}, and the
 * task types of the node plugin (https://github.com/node-gradle/gradle-node-plugin).
 */
final class GradleCommands {
    private static final Pattern WORDS = Pattern.compile(
            "^[ \\t]*(?:it\\.)?(?:exec[ \\t]*\\{[ \\t]*)?(commandLine|executable|args|command|npmCommand|yarnCommand|pnpmCommand)\\b");
    private static final Pattern EXECUTED =
            Pattern.compile("\"([^\"\\\\]{1,1000})\"\\.execute\\(|'([^'\\\\]{1,1000})'\\.execute\\(");
    private static final Set<String> FIRST = Set.of("executable", "command");
    private static final int LONGEST = 4_000;

    private final SourceFile file;
    /** The program that the next {@code args} are for. */
    private List<Source> program = List.of();

    GradleCommands(SourceFile file) {
        this.file = file;
    }

    /** Another task begins. */
    void forget() {
        program = List.of();
    }

    /**
     * What a line starts, as part of a task; a list of words may go on below it.
     *
     * @param start of the line, in the file
     */
    Optional<Script> read(String line, int start, Script.Entry entry, String task) {
        return body(line, start)
                .map(body -> new Script(
                        new ScriptId(Kind.TASK, file.folder(), "gradle:" + task),
                        "task \"" + task + "\"",
                        file.position(start),
                        entry,
                        body,
                        file.folder(),
                        Map.of(),
                        NameEvidence.of(file.path())));
    }

    private Optional<Body> body(String line, int start) {
        Matcher executed = EXECUTED.matcher(line);
        if (executed.find()) {
            int group = executed.group(1) != null ? 1 : 2;
            return Optional.of(
                    Bodies.shell(Source.slice(file, start + executed.start(group), start + executed.end(group))));
        }
        Matcher matcher = WORDS.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String property = matcher.group(1);
        List<Source> words = strings(start + matcher.end());
        if (FIRST.contains(property)) {
            program = words;
            return Optional.empty();
        }
        List<Source> all = new ArrayList<>();
        if (property.endsWith("Command")) {
            String manager = property.substring(0, property.indexOf("Command"));
            all.add(Bodies.at(file, words.isEmpty() ? start : words.get(0).offset(0), manager));
        } else if (property.equals("args")) {
            all.addAll(program);
        }
        boolean nothing = words.isEmpty() || property.equals("args") && all.isEmpty();
        all.addAll(words);
        return nothing ? Optional.empty() : Optional.of(new Body.Arguments(all));
    }

    /** The string literals of a statement, which ends with a line that neither a bracket nor a comma continues. */
    private List<Source> strings(int from) {
        List<Source> strings = new ArrayList<>();
        String text = file.text();
        int limit = Math.min(text.length(), from + LONGEST);
        int open = 0;
        boolean comma = false;
        for (int at = from; at < limit; at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int end = at + 1;
                while (end < limit && text.charAt(end) != c && text.charAt(end) != '\n') {
                    end += text.charAt(end) == '\\' ? 2 : 1;
                }
                end = Math.min(end, limit);
                strings.add(Source.slice(file, at + 1, end));
                at = end;
                comma = false;
            } else if (c == '(' || c == '[') {
                open++;
            } else if (c == ')' || c == ']') {
                open--;
            } else if (c == '\n' && open <= 0 && !comma || c == '}' || c == ';') {
                break;
            } else if (!Character.isWhitespace(c)) {
                comma = c == ',';
            }
        }
        return strings;
    }
}
