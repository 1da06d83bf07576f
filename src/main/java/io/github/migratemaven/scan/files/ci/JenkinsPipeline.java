package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentEvidence;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.ci.GroovyToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Walks through a Jenkinsfile's tokens: blocks, the steps that run a shell, the helpers that might. Not thread-safe. */
final class JenkinsPipeline {
    private static final int MAX_DEPTH = 500;

    private static final int MAX_ARGUMENTS = 1000;
    /** Longer texts are not put in where a variable stands. */
    private static final int MAX_VALUE = 10_000;
    /** How deep methods that call methods are followed. */
    private static final int MAX_CALLS = 4;
    /** Whose callers are looked for: a hostile file must not make that a square. */
    private static final int MAX_METHODS = 50;

    private final List<GroovyToken> tokens;
    private final Collected collected;
    private final Map<String, String> variables = new HashMap<>();
    private JenkinsBlock block = new JenkinsBlock("", null, Surroundings.of(Entry.CI), Services.NONE);
    /** Of the last {@code docker.image('…')}. */
    private boolean imageIsDatabase;

    /** Arguments are read ahead, again and again where calls stand in calls; a hostile file must not make that a square. */
    private int budget = 2_000_000;

    private final JenkinsMethods known;
    private int depth;
    private int at;
    private int calls;
    private int methods;

    JenkinsPipeline(List<GroovyToken> tokens, Collected collected) {
        this.tokens = tokens;
        this.collected = collected;
        this.known = JenkinsMethods.of(tokens);
    }

    void read() {
        read(tokens.size());
    }

    private void read(int end) {
        while (at < end) {
            GroovyToken token = tokens.get(at);
            if (token.is('{')) {
                open("", block.where, block.services);
                at++;
            } else if (token.is('}')) {
                close();
                at++;
            } else if (token.kind() == Kind.WORD) {
                word(token);
            } else {
                at++;
            }
        }
    }

    private void open(String name, Surroundings where, Services services) {
        if (depth++ < MAX_DEPTH) {
            block = new JenkinsBlock(name, block, where, services);
        }
    }

    private void close() {
        if (depth > 0 && depth-- <= MAX_DEPTH && block.outer != null) {
            block = block.outer;
        }
    }

    private void word(GroovyToken token) {
        String name = token.text().text();
        if (isAssignment(at + 1)) {
            assign(name);
            return;
        }
        if (name.equals("false") && block.name.equals("expression") && block.isRequired() && isWholeBlock()) {
            block.stage().dead = true;
        }
        if (isNamed(at + 1) || isDeclaration(at + 1)) {
            at++;
            return;
        }
        JenkinsArguments arguments = JenkinsArguments.read(tokens, at + 1, budget > 0 ? MAX_ARGUMENTS : 20);
        budget -= arguments.end() - at;
        boolean opens =
                arguments.end() < tokens.size() && tokens.get(arguments.end()).is('{');
        if (opens) {
            block(name, arguments);
            at = arguments.end() + 1;
        } else if (known.named(name) != null && !arguments.has("sh") && !arguments.has("bat")) {
            at = Math.max(arguments.end(), at + 1);
            method(known.named(name), arguments.values(variables));
        } else if (!arguments.strings().isEmpty() || isStep(name)) {
            at = call(token.text(), arguments) ? Math.max(arguments.end(), at + 1) : at + 1;
        } else {
            at++;
        }
    }

    /** Reads a method's body with what its caller hands to it. */
    private void method(JenkinsMethods.Method method, List<String> values) {
        int length = method.end() - method.start() + variables.size();
        if (calls >= MAX_CALLS || budget < length || block.dead) {
            return;
        }
        budget -= length;
        Map<String, String> before = new HashMap<>(variables);
        for (int i = 0; i < method.parameters().size(); i++) {
            String value = i < values.size() ? values.get(i) : null;
            variables.remove(method.parameters().get(i));
            if (value != null && value.length() < MAX_VALUE) {
                variables.put(method.parameters().get(i), value);
            }
        }
        int back = at;
        int outer = depth;
        JenkinsBlock around = block;
        calls++;
        at = method.start();
        read(method.end());
        calls--;
        at = back;
        depth = outer;
        block = around;
        variables.clear();
        variables.putAll(before);
    }

    private boolean isAssignment(int index) {
        return index + 1 < tokens.size()
                && tokens.get(index).is('=')
                && !tokens.get(index + 1).is('=');
    }

    /** {@code String x = …}: the name is the next word. */
    private boolean isDeclaration(int index) {
        return index < tokens.size() && tokens.get(index).kind() == Kind.WORD && isAssignment(index + 1);
    }

    /** Whether the word here, or {@code return} and it, is all that stands in its braces. */
    private boolean isWholeBlock() {
        int before = at - 1;
        while (before > 0
                && (tokens.get(before).kind() == Kind.LINE_END
                        || tokens.get(before).isWord("return"))) {
            before--;
        }
        int after = at + 1;
        while (after < tokens.size() && tokens.get(after).kind() == Kind.LINE_END) {
            after++;
        }
        return before >= 0
                && tokens.get(before).is('{')
                && after < tokens.size()
                && tokens.get(after).is('}');
    }

    private boolean isNamed(int index) {
        return index < tokens.size() && tokens.get(index).is(':');
    }

    /** {@code X = 'text'}: a variable, and in an environment block one of the shell's. */
    private void assign(String name) {
        int value = at + 2;
        GroovyToken first = tokens.get(value);
        if (first.kind() == Kind.STRING) {
            String text = first.text().text();
            boolean alone = value + 1 >= tokens.size() || !tokens.get(value + 1).is('+');
            if (alone && text.length() < MAX_VALUE) {
                variables.put(name, text);
                variables.put("env." + name, text);
            } else {
                variables.remove(name);
            }
        }
        if (block.name.equals("environment") && block.outer != null) {
            boolean known = first.kind() == Kind.STRING;
            block.outer.where = block.outer.where.environment(
                    Map.of(name, known ? first.text().text() : "${{ secrets." + name + " }}"));
        }
        // The value is read on: it may be a call, such as sh(returnStdout: true, script: …).
        at = first.kind() == Kind.STRING ? value + 1 : value;
    }

    private void block(String call, JenkinsArguments arguments) {
        String name = call.substring(call.lastIndexOf('.') + 1);
        List<Source> strings = arguments.strings();
        Surroundings where = block.where;
        Services services = block.services;
        boolean dead = false;
        switch (name) {
            case "stage" ->
                where = strings.isEmpty()
                        ? where
                        : where.inside("stage", strings.get(0).text());
            case "dir" ->
                where = strings.isEmpty()
                        ? where
                        : where.folder(folder(where, strings.get(0).text()));
            case "withEnv" -> where = where.environment(assigned(strings));
            case "if" -> dead = arguments.isOnly("false");
            case "def", "void" -> dead = at + 1 < tokens.size() && isCalledByNobody(tokens.get(at + 1));
            case "input" -> block.waitForSomebody();
            // docker.image('postgres:15').withRun('-e …') { … }
            case "withRun" -> services = imageIsDatabase ? new Services(Set.of("db"), true, Map.of(), false) : services;
            default -> {
                // Any other block: what holds outside holds inside.
            }
        }
        open(name, where, services);
        block.dead |= dead;
    }

    /** A method that its file does not mention again; only a Jenkinsfile's own, for others load a library's. */
    private boolean isCalledByNobody(GroovyToken method) {
        String name = method.text().text();
        boolean shared = !collected.file().name().toLowerCase(Locale.ROOT).contains("jenkinsfile");
        if (shared || method.kind() != Kind.WORD || name.equals("call") || ++methods > MAX_METHODS) {
            return false;
        }
        for (GroovyToken token : tokens) {
            String text = token.text() == null ? "" : token.text().text();
            boolean says = token.kind() == Kind.STRING
                    ? text.contains(name)
                    : text.equals(name) || text.startsWith(name + '.') || text.endsWith('.' + name);
            if (says && token != method || token.isWord("this")) {
                return false;
            }
        }
        return true;
    }

    private static String folder(Surroundings where, String path) {
        return path.startsWith("/") ? path : where.folder() + '/' + path;
    }

    private static Map<String, String> assigned(List<Source> strings) {
        Map<String, String> all = new HashMap<>();
        for (Source string : strings) {
            int equals = string.text().indexOf('=');
            if (equals > 0) {
                all.put(string.text().substring(0, equals), string.text().substring(equals + 1));
            }
        }
        return all;
    }

    private static boolean isStep(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "sh", "bat", "powershell", "pwsh", "input" -> true;
            default -> false;
        };
    }

    /** @return whether the arguments are dealt with; otherwise they may hold calls themselves */
    private boolean call(Source name, JenkinsArguments arguments) {
        String step = name.text().substring(name.text().lastIndexOf('.') + 1);
        Surroundings where = block.services.judge(block.where);
        switch (step) {
            case "sh" -> shell(arguments, where.shell("sh"));
            case "bat" -> shell(arguments, where.shell("cmd"));
            case "powershell", "pwsh" -> shell(arguments, where.shell("pwsh"));
            case "sshCommand" -> named("command", arguments, where);
            case "sshPublisher", "sshTransfer" -> named("execCommand", arguments, where);
            case "input" -> block.waitForSomebody();
            case "image" ->
                imageIsDatabase =
                        arguments.strings().stream().anyMatch(image -> EnvironmentEvidence.isDatabase(image.text()));
            default -> {
                if (arguments.has("sh") || arguments.has("bat")) {
                    return false;
                }
                String program = block.dead ? "" : GroovyHelper.program(name.text());
                if (!program.isEmpty()) {
                    collected.arguments(where, GroovyHelper.words(name, program, arguments.strings()));
                } else if (GroovyHelper.isOne(name.text()) && !block.dead) {
                    List<Source> words = new ArrayList<>(List.of(name));
                    words.addAll(arguments.strings());
                    collected.arguments(where, words);
                }
            }
        }
        return true;
    }

    /** What plugins for SSH run elsewhere. */
    private void named(String argument, JenkinsArguments arguments, Surroundings where) {
        if (!block.dead) {
            arguments.named(argument, variables).ifPresent(text -> collected.shell(where.shell("sh"), text));
        }
    }

    private void shell(JenkinsArguments arguments, Surroundings where) {
        if (!block.dead) {
            arguments.script(variables).ifPresent(text -> collected.shell(where, text));
        }
    }
}
