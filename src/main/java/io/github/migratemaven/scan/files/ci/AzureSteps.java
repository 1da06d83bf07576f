package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import java.util.List;
import java.util.Locale;

/** One step of Azure Pipelines: the four script steps, and the tasks that run what they are told. */
final class AzureSteps {
    private static final List<String> TEXTS =
            List.of("script", "inlineScript", "inline", "commands", "Inline", "InlineScript", "containerCommand");

    private AzureSteps() {}

    static void step(Node step, Surroundings job, Services services, Collected collected) {
        String name = step.get("displayName")
                .or(() -> step.get("name"))
                .map(Node::text)
                .orElse("");
        Surroundings where = job.inside("step", name).environment(EnvironmentNode.of(step.get("env")));
        where = services.judge(
                folder(step.get("workingDirectory").map(Node::text).orElse(""), where));
        for (Node.Entry entry : step.entries()) {
            switch (entry.key()) {
                case "script" -> shell(entry.value(), where, collected);
                case "bash" -> shell(entry.value(), where.shell("bash"), collected);
                case "pwsh", "powershell" -> shell(entry.value(), where.shell("pwsh"), collected);
                case "task" -> task(entry.value().text(), step, where, collected);
                default -> {
                    // Checkouts, templates, downloads.
                }
            }
        }
    }

    private static Surroundings folder(String written, Surroundings where) {
        String path = written;
        for (String root :
                List.of("$(System.DefaultWorkingDirectory)", "$(Build.SourcesDirectory)", "$(Pipeline.Workspace)/s")) {
            path = path.startsWith(root) ? path.substring(root.length()) : path;
        }
        return path.isEmpty() ? where : where.folder(path);
    }

    private static void shell(Node text, Surroundings where, Collected collected) {
        text.source().ifPresent(source -> collected.shell(where, readable(source, where)));
    }

    /** {@code $(name)} is Azure's macro, in the spelling of a shell's command substitution; {@code ${{ }}} its template's. */
    private static Source readable(Source source, Surroundings where) {
        return Placeholders.readable(Placeholders.readable(source, "${{", "}}", where.environment()), "$(", ")");
    }

    private static void task(String task, Node step, Surroundings job, Collected collected) {
        Node inputs = step.get("inputs").orElse(step);
        String name = task.toLowerCase(Locale.ROOT).split("@", 2)[0];
        Surroundings where = folder(text(inputs, "workingDirectory") + text(inputs, "workingDir"), job);
        switch (name) {
            case "npm" -> words("npm", inputs, where, collected, "command", "customCommand");
            case "yarn" -> words("yarn", inputs, where, collected, "arguments", "Arguments");
            case "maven" -> words("mvn", inputs, where, collected, "goals", "options");
            case "gradle" -> words("./gradlew", inputs, where, collected, "tasks", "options");
            case "dotnetcorecli" -> words("dotnet", inputs, where, collected, "command", "custom", "arguments");
            case "sqlazuredacpacdeployment" ->
                words("sqlpackage /Action:Publish", inputs, where, collected, "AdditionalArguments");
            case "docker" -> image(inputs, where, collected);
            default -> {
                String type = text(inputs, "scriptType").toLowerCase(Locale.ROOT);
                boolean power = name.contains("powershell") || type.equals("ps") || type.equals("pscore");
                Surroundings inner = power ? where.shell("pwsh") : name.equals("bash") ? where.shell("bash") : where;
                inner = type.equals("batch") ? where.shell("cmd") : inner;
                String kind = (text(inputs, "targetType") + text(inputs, "scriptLocation")).toLowerCase(Locale.ROOT);
                for (String key : TEXTS) {
                    // What a form once held is still there, but not run.
                    if (inputs.get(key).isPresent() && !kind.equals("filepath") && !kind.equals("scriptpath")) {
                        shell(inputs.get(key).get(), inner, collected);
                    }
                }
                if (!kind.startsWith("inline")) {
                    file(inputs, inner, collected);
                }
            }
        }
    }

    private static void file(Node inputs, Surroundings where, Collected collected) {
        for (String key : List.of("filePath", "scriptPath", "ScriptPath")) {
            inputs.source(key).ifPresent(path -> collected.arguments(where, List.of(path)));
        }
    }

    private static void image(Node inputs, Surroundings where, Collected collected) {
        String command = text(inputs, "command").toLowerCase(Locale.ROOT);
        String path = text(inputs, "Dockerfile") + text(inputs, "dockerfile");
        if ((command.isEmpty() || command.startsWith("build")) && path.indexOf('*') < 0) {
            ProjectPath.normalized(path.isEmpty() ? "Dockerfile" : folderless(path))
                    .ifPresent(known -> collected.call(
                            where,
                            new ScriptId(Kind.IMAGE, ProjectPath.parent(known), ProjectPath.name(known)),
                            collected.file().position(inputs.start())));
        }
    }

    private static String folderless(String path) {
        int close = path.lastIndexOf(')');
        return close < 0 ? path : path.substring(close + 1);
    }

    /** A task that is a program in another dress; {@code custom} is no word of the program's. */
    private static void words(String program, Node inputs, Surroundings where, Collected collected, String... keys) {
        MappedText text = new MappedText();
        Source last = null;
        for (Node.Entry entry : inputs.entries()) {
            Source value = entry.value().source().orElse(null);
            if (value == null
                    || !List.of(keys).contains(entry.key())
                    || value.text().equals("custom")) {
                continue;
            }
            if (last == null) {
                text.append(program, value.offset(0));
            }
            text.append(' ', value.offset(0));
            text.append(value, 0, value.text().length());
            last = value;
        }
        if (last != null) {
            collected.shell(
                    where,
                    readable(text.toSource(last.file(), last.offset(last.text().length())), where));
        }
    }

    private static String text(Node inputs, String key) {
        return inputs.get(key).map(Node::text).orElse("");
    }
}
