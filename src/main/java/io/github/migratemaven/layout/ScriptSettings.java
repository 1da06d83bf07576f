package io.github.migratemaven.layout;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a file's script configuration ({@code V1__name.sql.conf}) says.
 *
 * @param inTransaction {@code executeInTransaction}; empty = as the content requires
 * @param encoding of the script
 * @param placeholders whether placeholders are replaced
 * @param execute {@code shouldExecute}
 */
record ScriptSettings(Optional<Boolean> inTransaction, Charset encoding, boolean placeholders, boolean execute) {
    static final ScriptSettings DEFAULT = new ScriptSettings(Optional.empty(), StandardCharsets.UTF_8, true, true);

    /** @param file the configuration's; it need not be there */
    static ScriptSettings read(Path file, String shown) {
        if (!Files.isRegularFile(file)) {
            return DEFAULT;
        }
        ScriptSettings settings = DEFAULT;
        List<String> lines =
                Script.read(file, shown, StandardCharsets.UTF_8).text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                settings = settings.with(line, new Position(shown, i + 1, 1));
            }
        }
        return settings;
    }

    private ScriptSettings with(String line, Position position) {
        int equals = line.indexOf('=');
        String key = (equals < 0 ? line : line.substring(0, equals)).strip();
        String value = equals < 0 ? "" : line.substring(equals + 1).strip();
        return switch (key) {
            case "executeInTransaction" ->
                new ScriptSettings(Optional.of(bool(key, value, position)), encoding, placeholders, execute);
            case "encoding" -> new ScriptSettings(inTransaction, charset(value, position), placeholders, execute);
            case "placeholderReplacement" ->
                new ScriptSettings(inTransaction, encoding, bool(key, value, position), execute);
            case "shouldExecute" ->
                new ScriptSettings(inTransaction, encoding, placeholders, bool(key, value, position));
            default ->
                throw invalid(
                        position, "there is no script setting \"" + key + "\"", "Flyway refuses it, too: remove it.");
        };
    }

    private static boolean bool(String key, String value, Position position) {
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(value);
        }
        throw invalid(
                position,
                key + " is \"" + value + "\", which is neither true nor false",
                "Write true or false: expressions are not evaluated here.");
    }

    private static Charset charset(String name, Position position) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw invalid(position, "there is no encoding \"" + name + "\"", "Name one that Java knows: UTF-8.");
        }
    }

    private static MigrateException invalid(Position position, String message, String hint) {
        return new MigrateException(Failure.InvalidInput.at(position, "script-configuration-invalid", message, hint));
    }
}
