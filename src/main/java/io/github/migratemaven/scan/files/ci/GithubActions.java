package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.CodeScripts;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Published actions whose inputs are commands. */
final class GithubActions {
    /** Inputs that are shell text whatever the action: nick-fields/retry, appleboy/ssh-action, cypress-io/github-action, … */
    private static final Set<String> COMMANDS = Set.of(
            "run",
            "script",
            "command",
            "commands",
            "cmd",
            "inlineScript",
            "build",
            "start",
            "build-command",
            "start-command",
            "build_command",
            "start_command",
            "install-command",
            "test-command",
            "run-command",
            "run_command",
            "pre-command",
            "post-command",
            "deploy-command",
            "migrate-command",
            "on_retry_command",
            "postdeploy",
            "SCRIPT_BEFORE",
            "SCRIPT_AFTER");

    /** Actions whose input is what follows a program's name. */
    private static final Map<String, String> PROGRAMS = Map.of(
            "superfly/flyctl-actions", "flyctl",
            "gradle/gradle-build-action", "./gradlew",
            "gradle/actions/setup-gradle", "./gradlew",
            "eskatos/gradle-command-action", "./gradlew",
            "borales/actions-yarn", "yarn",
            "cloudflare/wrangler-action", "wrangler");

    private GithubActions() {}

    static void run(Node uses, Optional<Node> with, Surroundings where, String repository, Collected collected) {
        String reference = uses.text();
        int at = reference.indexOf('@');
        String action = (at < 0 ? reference : reference.substring(0, at)).toLowerCase(Locale.ROOT);
        Node inputs = with.orElse(uses);
        if (action.startsWith("docker/build-push-action")) {
            image(uses, inputs, where, repository, collected);
        } else if (action.startsWith("ariga/atlas-action/")) {
            words("atlas", action.substring(19).replace('/', ' '), uses, inputs, where, collected);
        } else if (action.startsWith("liquibase-github-actions/")) {
            words("liquibase", action.substring(25), uses, inputs, where, collected);
        } else if (action.startsWith("liquibase/liquibase-github-action")) {
            words("liquibase", text(inputs, "operation"), uses, inputs, where, collected);
        } else if (action.contains("flyway")) {
            words("flyway", text(inputs, "command") + ' ' + text(inputs, "args"), uses, inputs, where, collected);
        } else if (PROGRAMS.containsKey(action)) {
            program(PROGRAMS.get(action), inputs, where, collected);
        } else if (action.startsWith("docker://")) {
            container(inputs, where, collected);
        } else if (action.equals("actions/github-script")) {
            inputs.source("script").ifPresent(text -> collected.add(where, text.position(0), CodeScripts.runs(text)));
        } else {
            commands(inputs, where, repository, collected);
        }
    }

    private static String text(Node inputs, String key) {
        Optional<Node> input = inputs.get(key);
        return input.isPresent() ? input.get().text() : "";
    }

    private static void image(Node uses, Node inputs, Surroundings where, String repository, Collected collected) {
        String context = text(inputs, "context").isEmpty() ? "." : text(inputs, "context");
        String file = text(inputs, "file");
        String path = file.isEmpty() ? context + "/Dockerfile" : file;
        ProjectPath.resolve(repository, path)
                .ifPresent(known -> collected.call(
                        where,
                        new ScriptId(Kind.IMAGE, ProjectPath.parent(known), ProjectPath.name(known)),
                        EnvironmentNode.position(collected.file(), uses)));
    }

    /** A container of its own: its entrypoint and arguments are one command line. */
    private static void container(Node inputs, Surroundings where, Collected collected) {
        MappedText text = new MappedText();
        Source last = null;
        for (String key : List.of("entrypoint", "args")) {
            Optional<Source> part = inputs.source(key);
            if (part.isPresent()) {
                last = part.get();
                text.append(last, 0, last.text().length());
                text.append(' ', last.offset(last.text().length()));
            }
        }
        if (last != null) {
            Source line = text.toSource(last.file(), last.offset(last.text().length()));
            collected.shell(where, GithubMatrix.readable(line, Map.of()));
        }
    }

    /** An action that is a command line tool in another dress: said as that tool, all of it at the place of its name. */
    private static void words(
            String tool, String command, Node uses, Node inputs, Surroundings where, Collected collected) {
        uses.source().ifPresent(source -> {
            List<Source> words = new ArrayList<>();
            words.add(said(tool, source));
            for (String word : command.strip().split("\\s+")) {
                if (!word.isEmpty()) {
                    words.add(said(word, source));
                }
            }
            if (text(inputs, "auto-approve").equals("true")) {
                words.add(said("--auto-approve", source));
            }
            for (Node.Entry input : inputs.entries()) {
                if (Set.of("url", "to", "from", "env").contains(input.key())) {
                    input.value()
                            .source()
                            .ifPresent(value -> words.add(said("--" + input.key() + '=' + value.text(), value)));
                }
            }
            collected.arguments(where, words);
        });
    }

    private static Source said(String word, Source place) {
        MappedText text = new MappedText();
        text.append(word, place.offset(0));
        return text.toSource(place.file(), place.offset(place.text().length()));
    }

    private static void program(String program, Node inputs, Surroundings where, Collected collected) {
        for (String key : List.of("args", "arguments", "cmd", "command")) {
            inputs.source(key).ifPresent(arguments -> {
                MappedText text = new MappedText();
                text.append(program + ' ', arguments.offset(0));
                text.append(arguments, 0, arguments.text().length());
                Source line = text.toSource(
                        arguments.file(), arguments.offset(arguments.text().length()));
                collected.shell(where, GithubMatrix.readable(line, Map.of()));
            });
        }
        inputs.get("preCommands")
                .or(() -> inputs.get("postCommands"))
                .flatMap(Node::source)
                .ifPresent(text -> collected.shell(where, text));
    }

    private static void commands(Node inputs, Surroundings where, String repository, Collected collected) {
        String folder = text(inputs, "working-directory") + text(inputs, "working_directory");
        Surroundings inner = folder.isEmpty() ? where : where.folder(repository + '/' + folder);
        inner = text(inputs, "shell").isEmpty() ? inner : inner.shell(text(inputs, "shell"));
        for (Node.Entry input : inputs.entries()) {
            Optional<Source> text = input.value().source();
            if (COMMANDS.contains(input.key()) && text.isPresent()) {
                collected.shell(inner, GithubMatrix.readable(text.get(), Map.of()));
            }
        }
    }
}
