package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that Spring Boot would see: {@code application.{yaml,yml,properties}} in the resource root and its {@code config}
 * folder, those of the active profiles over those without, environment variables over all. What is imported, or set on a
 * server's command line, is not seen.
 */
final class SpringConfiguration {
    private static final int DEEPEST = 20;

    private final Map<String, String> environment;
    private final List<SpringDocument> strongestFirst;
    private final List<String> files;

    /** @param file where the value stands: a file as messages name it, or the variable's name */
    record Value(String text, String file, boolean variable) {
        @Override
        public String toString() {
            return file;
        }
    }

    private SpringConfiguration(
            Map<String, String> environment, List<SpringDocument> weakestFirst, List<String> files) {
        this.environment = environment;
        this.strongestFirst = new ArrayList<>(weakestFirst);
        Collections.reverse(strongestFirst);
        this.files = files;
    }

    /**
     * @param root the project's directory; names of files are shown relative to it
     * @param resources the resource root, usually {@code src/main/resources}
     * @param profiles empty = those of SPRING_PROFILES_ACTIVE or spring.profiles.active
     */
    static SpringConfiguration read(Path root, Path resources, List<String> profiles, Map<String, String> environment) {
        List<String> files = new ArrayList<>();
        List<SpringDocument> common = documents(root, resources, "application", files);
        List<String> active = profiles;
        if (active.isEmpty()) {
            active = new SpringConfiguration(environment, matching(common, List.of()), files)
                    .find("spring.profiles.active")
                    .map(value -> List.of(value.text().strip().split("\\s*,\\s*")))
                    .orElse(List.of("default"));
        }
        List<SpringDocument> all = new ArrayList<>(matching(common, active));
        for (String profile : active) {
            all.addAll(matching(documents(root, resources, "application-" + profile, files), active));
        }
        return new SpringConfiguration(environment, all, files);
    }

    /** The files that were found, in the order of reading. */
    List<String> files() {
        return List.copyOf(files);
    }

    Optional<Value> find(String name) {
        return raw(name).map(value -> new Value(resolve(value.text(), name, value, 0), value.file(), value.variable()));
    }

    /** All values below a name, by what follows it as written. */
    Map<String, String> below(String name) {
        Map<String, String> found = new LinkedHashMap<>();
        for (SpringDocument document : strongestFirst) {
            document.values().forEach((key, text) -> {
                String uniform = SpringNames.uniform(name) + ".";
                int end = nameLength(key, name);
                if (end > 0 && SpringNames.uniform(key).startsWith(uniform)) {
                    found.computeIfAbsent(
                            key.substring(end), rest -> resolve(text, key, new Value(text, document.file(), false), 0));
                }
            });
        }
        return found;
    }

    private static int nameLength(String key, String name) {
        int dots = (int) name.chars().filter(c -> c == '.').count() + 1;
        int at = -1;
        for (int i = 0; i < dots; i++) {
            at = key.indexOf('.', at + 1);
            if (at < 0) {
                return 0;
            }
        }
        return at + 1;
    }

    private Optional<Value> raw(String name) {
        String variable = SpringNames.variable(name);
        if (environment.containsKey(variable)) {
            return Optional.of(new Value(environment.get(variable), variable, true));
        }
        return strongestFirst.stream()
                .flatMap(document -> document.get(name).map(text -> new Value(text, document.file(), false)).stream())
                .findFirst();
    }

    /** {@code ${name:default}}, from the environment and then from the configuration itself; defaults may nest. */
    private String resolve(String text, String name, Value place, int depth) {
        int start = text.indexOf("${");
        if (start < 0) {
            return text;
        }
        int end = closing(text, start + 2);
        if (end < 0 || depth > DEEPEST) {
            throw unresolved(name, place);
        }
        String inner = text.substring(start + 2, end);
        int colon = inner.indexOf(':');
        String key = colon < 0 ? inner : inner.substring(0, colon);
        Optional<String> value = Optional.ofNullable(environment.get(key))
                .or(() -> raw(key).map(Value::text))
                .or(() -> colon < 0 ? Optional.empty() : Optional.of(inner.substring(colon + 1)));
        String resolved = resolve(value.orElseThrow(() -> unresolved(name, place)), name, place, depth + 1);
        return text.substring(0, start) + resolved + resolve(text.substring(end + 1), name, place, depth);
    }

    private static int closing(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                open++;
            } else if (text.charAt(i) == '}' && --open == 0) {
                return i;
            }
        }
        return -1;
    }

    private static MigrateException unresolved(String name, Value place) {
        return new MigrateException(Failure.InvalidInput.of(
                "unresolved-placeholder",
                "The value of " + name + " in " + place.file() + " has a ${placeholder} that nothing defines",
                "Set the environment variable that it names, or give it a default: ${NAME:default}."));
    }

    /** Weakest first: the config folder over the root, .properties over YAML. */
    private static List<SpringDocument> documents(Path root, Path resources, String name, List<String> files) {
        List<SpringDocument> documents = new ArrayList<>();
        for (Path folder : List.of(resources, resources.resolve("config"))) {
            for (String extension : List.of(".yaml", ".yml", ".properties")) {
                Path file = folder.resolve(name + extension);
                if (Files.isRegularFile(file)) {
                    String shown = (file.startsWith(root) ? root.relativize(file) : file)
                            .toString()
                            .replace('\\', '/');
                    files.add(shown);
                    documents.addAll(SpringDocument.read(file, shown));
                }
            }
        }
        return documents;
    }

    private static List<SpringDocument> matching(List<SpringDocument> documents, List<String> active) {
        return documents.stream()
                .filter(document -> document.get("spring.config.activate.on-profile")
                        .or(() -> document.get("spring.profiles"))
                        .map(expression -> SpringProfiles.matches(expression, active)
                                .orElseThrow(() -> new MigrateException(Failure.InvalidInput.at(
                                        Position.ofFile(document.file()),
                                        "bad-spring-configuration",
                                        "a profile expression with parentheses is not understood",
                                        "Split the document, or give migrate.url in place of migrate.spring."))))
                        .orElse(true))
                .toList();
    }
}
