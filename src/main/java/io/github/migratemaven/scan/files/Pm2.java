package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PM2's ecosystem files (https://pm2.keymetrics.io/docs/usage/application-declaration/): what it keeps running, and its deploy hooks. */
public final class Pm2 implements Extractor {
    private static final Pattern OBJECT =
            Pattern.compile("(?:module\\.exports\\s{0,9}=|export\\s{1,9}default)\\s{0,99}(?=[{\\[])");
    private static final Pattern NAME =
            Pattern.compile("(ecosystem([.-][\\w-]+)?(\\.config)?|pm2(\\.config)?)\\.(js|cjs|mjs|json|ya?ml)");
    private static final Set<String> HOOKS =
            Set.of("pre-setup", "post-setup", "pre-deploy", "post-deploy", "pre-deploy-local");

    @Override
    public boolean accepts(String path) {
        String name = Paths.name(path);
        return (name.startsWith("ecosystem") || name.startsWith("pm2"))
                && NAME.matcher(name).matches();
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        root(file).ifPresent(root -> {
            List<Node> apps = root.get("apps").map(Node::items).orElse(root.items());
            apps.forEach(app -> app(file, app).ifPresent(scripts::add));
            root.get("deploy")
                    .ifPresent(all -> all.entries()
                            .forEach(target -> target.value().entries().stream()
                                    .filter(hook -> HOOKS.contains(hook.key()))
                                    .forEach(hook -> hook.value()
                                            .source()
                                            .ifPresent(command -> scripts.add(
                                                    Draft.anonymous(file, command.offset(0), '"' + hook.key() + '"')
                                                            .withEntry(Entry.DEPLOY)
                                                            .runs(Bodies.shell(command)))))));
        });
        return new Extract(scripts, List.of());
    }

    private static Optional<Node> root(SourceFile file) {
        if (file.name().endsWith("ml")) {
            return YamlText.readFirst(file);
        }
        if (file.name().endsWith(".json")) {
            return JsonText.read(file);
        }
        Matcher object = OBJECT.matcher(file.text());
        return object.find() ? JsonText.read(file, object.end()) : Optional.empty();
    }

    private static Optional<Script> app(SourceFile file, Node app) {
        return app.source("script").map(script -> {
            MappedText command = new MappedText();
            interpreter(app, script.text()).ifPresent(i -> command.append(i + " ", script.offset(0)));
            command.append(script, 0, script.text().length());
            int end = script.offset(script.text().length());
            for (Source argument : app.get("args").map(Node::sources).orElse(List.of())) {
                boolean after = argument.offset(0) >= end;
                command.append(' ', end);
                if (after) {
                    command.append(argument, 0, argument.text().length());
                    end = argument.offset(argument.text().length());
                } else {
                    command.append(argument.text(), end);
                }
            }
            Map<String, String> environment = new HashMap<>();
            for (String key : List.of("env", "env_production")) {
                app.get(key)
                        .ifPresent(all -> all.entries()
                                .forEach(e -> e.value().source().ifPresent(v -> environment.put(e.key(), v.text()))));
            }
            String folder = app.source("cwd")
                    .map(Source::text)
                    .filter(f -> !f.startsWith("/"))
                    .orElse("");
            return Draft.anonymous(
                            file,
                            script.offset(0),
                            '"' + app.get("name").map(Node::text).orElse("") + '"')
                    .withEntry(Entry.START)
                    .withFolder(Paths.resolve(file.folder(), folder))
                    .withEnvironment(environment)
                    .runs(Bodies.shell(command.toSource(file, end)));
        });
    }

    private static Optional<String> interpreter(Node app, String script) {
        String written = app.source("interpreter").map(Source::text).orElse("");
        if (!written.isEmpty() && !written.equals("none")) {
            return Optional.of(written);
        }
        return script.endsWith(".js") || script.endsWith(".cjs") || script.endsWith(".mjs")
                ? Optional.of("node")
                : Optional.empty();
    }
}
