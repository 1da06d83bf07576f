package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * One document of an {@code application.properties} or {@code application.yml}: a file may hold several, divided by
 * {@code #---} or {@code ---}.
 *
 * @param file as messages name it
 * @param values flat, by dotted name as written; may hold secrets
 */
record SpringDocument(String file, Map<String, String> values) {
    /** @throws MigrateException {@code bad-spring-configuration} with the position; never with a line of the file */
    static List<SpringDocument> read(Path file, String shown) {
        boolean properties = shown.endsWith(".properties");
        try {
            // Spring, too, reads .properties as Java's Properties always were.
            String text = Files.readString(file, properties ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            return properties ? properties(text, shown) : yaml(text, shown);
        } catch (IOException e) {
            throw broken(Position.ofFile(shown), "cannot be read as text", e);
        }
    }

    /** The value by name in any of Spring's spellings: default-schema, defaultSchema, default_schema. */
    Optional<String> get(String name) {
        String wanted = SpringNames.uniform(name);
        return values.entrySet().stream()
                .filter(entry -> SpringNames.uniform(entry.getKey()).equals(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<SpringDocument> properties(String text, String shown) {
        List<SpringDocument> documents = new ArrayList<>();
        for (String part : text.split("(?m)^[#!]---[ \t]*$")) {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(part));
            } catch (IOException | IllegalArgumentException e) {
                throw broken(Position.ofFile(shown), "has a broken \\u escape", null);
            }
            Map<String, String> values = new LinkedHashMap<>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
            documents.add(new SpringDocument(shown, values));
        }
        return documents;
    }

    private static List<SpringDocument> yaml(String text, String shown) {
        // The failsafe schema leaves every scalar a string: a password of digits keeps its zeros.
        LoadSettings settings =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        List<SpringDocument> documents = new ArrayList<>();
        try {
            for (Object document : new Load(settings).loadAllFromString(text)) {
                Map<String, String> values = new LinkedHashMap<>();
                flatten("", document, values);
                documents.add(new SpringDocument(shown, values));
            }
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            Position position = mark.map(m -> new Position(shown, m.getLine() + 1, m.getColumn() + 1))
                    .orElse(Position.ofFile(shown));
            // Neither the message nor the cause: they quote the line, which may be the password's.
            throw broken(position, "is no valid YAML", null);
        } catch (YamlEngineException e) {
            throw broken(Position.ofFile(shown), "is no valid YAML", null);
        }
        return documents;
    }

    private static void flatten(String prefix, Object node, Map<String, String> values) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value, values));
        } else if (node instanceof List<?> list) {
            values.put(
                    prefix, String.join(",", list.stream().map(String::valueOf).toList()));
        } else if (node != null && !node.equals("~") && !node.equals("null")) {
            values.put(prefix, node.toString());
        }
    }

    private static MigrateException broken(Position position, String what, Exception cause) {
        return new MigrateException(
                Failure.InvalidInput.at(
                        position,
                        "bad-spring-configuration",
                        "the Spring configuration " + what,
                        "Correct the file, or leave migrate.spring out and give migrate.url."),
                cause);
    }

    /** No values. */
    @Override
    public String toString() {
        return file;
    }
}
