package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentEvidence;
import io.github.migratemaven.scan.files.MappedText;
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

    /** Calls with strings that are not commands, or that are followed into their block. */
    private static final Set<String> QUIET = Set.of(
            "echo",
            "println",
            "print",
            "error",
            "unstable",
            "input",
            "mail",
            "emailext",
            "slackSend",
            "git",
            "checkout",
            "stash",
            "unstash",
            "archiveArtifacts",
            "junit",
            "publishHTML",
            "label",
            "image",
            "string",
            "booleanParam",
            "choice",
            "text",
            "description",
            "credentials",
            "credentialsId",
            "build",
            "load",
            "library",
            "tool",
            "node",
            "agent",
            "cron",
            "pollSCM",
            "upstream",
            "branch",
            "environment",
            "expression",
            "name",
            "value",
            "defaultValue",
            "readFile",
            "writeFile",
            "fileExists",
            "readJSON",
            "readYaml",
            "stage",
            "dir",
            "withEnv",
            "def",
            "return",
            "withCredentials",
            "usernamePassword",
            "file",
            "fail",
            "log",
            "timeout",
            "retry",
            "lock",
            "milestone");

    private final List<GroovyToken> tokens;
    private final Collected collected;
    private final Map<String, String> variables = new HashMap<>();
    private JenkinsBlock block = new JenkinsBlock("", null, Surroundings.of(Entry.CI), Services.NONE);
    /** Of the last {@code docker.image('…')}. */
    private boolean imageIsDatabase;

    private int depth;
    private int at;

    JenkinsPipeline(List<GroovyToken> tokens, Collected collected) {
        this.tokens = tokens;
        this.collected = collected;
    }

    void read() {
        while (at < tokens.size()) {
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
        if (name.equals("false") && block.isIn("when") && block.name.equals("expression") && isWholeBlock()) {
            block.stage().dead = true;
        }
        if (isNamed(at + 1) || isDeclaration(at + 1)) {
            at++;
            return;
        }
        JenkinsArguments arguments = JenkinsArguments.read(tokens, at + 1);
        boolean opens =
                arguments.end() < tokens.size() && tokens.get(arguments.end()).is('{');
        if (opens) {
            block(name, arguments);
            at = arguments.end() + 1;
        } else if (!arguments.strings().isEmpty() || isStep(name)) {
            at = call(token.text(), arguments) ? Math.max(arguments.end(), at + 1) : at + 1;
        } else {
            at++;
        }
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
            if (alone && text.length() < 10_000) {
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
            case "input" -> block.waitForSomebody();
            case "image" ->
                imageIsDatabase =
                        arguments.strings().stream().anyMatch(image -> EnvironmentEvidence.isDatabase(image.text()));
            default -> {
                if (arguments.has("sh") || arguments.has("bat")) {
                    return false;
                }
                String program = block.dead ? "" : program(name.text());
                if (!program.isEmpty()) {
                    collected.arguments(where, split(name, program, arguments.strings()));
                } else if (isHelper(name.text(), step) && !block.dead) {
                    List<Source> words = new ArrayList<>(List.of(name));
                    words.addAll(arguments.strings());
                    collected.arguments(where, words);
                }
            }
        }
        return true;
    }

    private void shell(JenkinsArguments arguments, Surroundings where) {
        if (!block.dead) {
            arguments.script(variables).ifPresent(text -> collected.shell(where, text));
        }
    }

    /** A tool behind a method of its own name or a plugin's: {@code mvn 'flyway:clean'}, {@code rtMaven.run goals: '…'}. */
    private static String program(String name) {
        return switch (name.split("\\.", 2)[0]) {
            case "mvn", "maven", "rtMaven", "mavenBuild" -> "mvn";
            case "gradle", "gradlew", "rtGradle" -> "gradle";
            case "npm", "npx", "yarn", "pnpm", "make", "rake", "flyway", "liquibase", "prisma" ->
                name.split("\\.", 2)[0];
            default -> "";
        };
    }

    private static List<Source> split(Source name, String program, List<Source> strings) {
        List<Source> words = new ArrayList<>();
        MappedText said = new MappedText();
        said.append(program, name.offset(0));
        words.add(said.toSource(name.file(), name.offset(name.text().length())));
        for (Source string : strings) {
            String text = string.text();
            int start = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
                    if (i > start) {
                        words.add(string.slice(start, i));
                    }
                    start = i + 1;
                }
            }
        }
        return words;
    }

    /** A method of somebody's library: {@code utils.runLiquibaseAction("dropAll")}, {@code flywayClean 'db'}. */
    private static boolean isHelper(String name, String step) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !QUIET.contains(step)
                && !QUIET.contains(name)
                && !lower.startsWith("docker.")
                && !lower.startsWith("env.")
                && !lower.startsWith("log.")
                && !lower.startsWith("logger.")
                && (name.indexOf('.') > 0 || name.chars().anyMatch(Character::isUpperCase))
                && !Character.isUpperCase(name.charAt(0));
    }
}
