package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.scan.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An entry in short: {@code ourtool wipe --all} is the program, its words, and options all of which must be there;
 * {@code wipe.on-start=true} a setting. What needs more is written as a catalogue file.
 */
final class ShortEntry {
    private static final String KEYS = "An entry has id, why, instead, and command or setting.";

    private ShortEntry() {}

    /** @throws MigrateException {@code bad-configuration} with the place */
    static Entry of(Written written) {
        String id = written.required("id", KEYS);
        if (!CatalogReader.wellFormed(id)) {
            throw written.bad(
                    "The id \"" + id + "\" has other characters than small letters, digits and dashes",
                    "Write it as in prisma-db-push.");
        }
        Optional<String> command = written.optional("command");
        Optional<String> setting = written.optional("setting");
        if (command.isPresent() == setting.isPresent()) {
            throw written.bad(id + " needs either a command or a setting", KEYS);
        }
        Banned banned = new Banned(
                id,
                "Own",
                written.optional("severity").map(written::severity).orElse(Severity.ERROR),
                written.required("why", KEYS),
                written.required("instead", KEYS),
                written.optional("link").orElse(""));
        return new Entry(
                banned,
                command.or(() -> setting).orElseThrow(),
                false,
                false,
                false,
                command.map(text -> command(written, text)).stream().toList(),
                setting.map(text -> setting(written, text)).stream().toList());
    }

    private static CommandPattern command(Written written, String text) {
        List<String> parts = new ArrayList<>();
        Tokens.split(text, " \t\n", parts);
        List<Glob> words = new ArrayList<>();
        List<List<OptionPattern>> needs = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            if (part.startsWith("-")) {
                List<String> alternatives = new ArrayList<>();
                Tokens.split(part, "|", alternatives);
                needs.add(alternatives.stream().map(OptionPattern::of).toList());
            } else if (needs.isEmpty()) {
                words.add(glob(written, part));
            } else {
                throw written.bad(
                        "The word \"" + part + "\" stands behind an option",
                        "Write the program, its words, then options; an option's value as --option=value.");
            }
        }
        return new CommandPattern(
                Set.of(parts.get(0).toLowerCase(Locale.ROOT)),
                words.isEmpty() ? List.of() : List.of(words),
                false,
                false,
                false,
                true,
                Set.of(),
                needs,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static SettingPattern setting(Written written, String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw written.bad(
                    "The setting \"" + text + "\" is not key=value", "Write it as spring.sql.init.mode=always.");
        }
        String key = text.substring(0, equals).strip();
        return new SettingPattern(
                List.of(key), List.of(glob(written, text.substring(equals + 1).strip())), List.of());
    }

    private static Glob glob(Written written, String word) {
        try {
            return Glob.of(word);
        } catch (IllegalArgumentException e) {
            throw written.bad("\"" + word + "\" has more than one star", "One star a word stands for any text.");
        }
    }
}
