package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads catalogue files. A file is a sequence of YAML documents, one a tool; a document names the tool, its programs, and a list
 * of entries. The header of {@code javascript.yaml} explains every key.
 */
final class CatalogReader {
    private static final String CODE = "bad-catalog";

    private static final Set<String> TOOL_KEYS =
            Set.of("tool", "programs", "values", "scripted", "abbreviated", "entries");
    private static final Set<String> ENTRY_KEYS = Set.of(
            "id",
            "severity",
            "example",
            "why",
            "instead",
            "link",
            "ciOnly",
            "inPlace",
            "unlocksOnly",
            "commands",
            "settings");
    private static final Set<String> COMMAND_KEYS = Set.of(
            "programs",
            "values",
            "words",
            "anywhere",
            "abbreviated",
            "evident",
            "needs",
            "unless",
            "asksUnless",
            "destructive",
            "containing",
            "sql");
    private static final Set<String> SETTING_KEYS = Set.of("keys", "values", "unless");

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> origins = new HashMap<>();

    private CatalogReader() {}

    /**
     * All entries of the files, in order.
     *
     * @throws MigrateException {@code bad-catalog}, with the place
     */
    static List<Entry> read(List<SourceFile> files) {
        CatalogReader reader = new CatalogReader();
        files.forEach(reader::file);
        return reader.entries;
    }

    private void file(SourceFile file) {
        StrictYaml.documents(file, CODE).forEach(node -> tool(file.path(), node));
    }

    private void tool(String path, Node node) {
        Fields tool = new Fields(CODE, path, node, TOOL_KEYS);
        tool.required("tool");
        for (Node entry : tool.nodes("entries")) {
            entry(path, tool, entry);
        }
    }

    private void entry(String path, Fields tool, Node node) {
        Fields fields = new Fields(CODE, path, node, ENTRY_KEYS);
        String id = fields.required("id");
        String before = origins.putIfAbsent(id, path);
        if (before != null) {
            throw fields.bad("id", "The id " + id + " is taken, in " + before, "Choose another one.");
        }
        if (!wellFormed(id)) {
            throw fields.bad("id", "An id has small letters, digits and dashes", "For example prisma-db-push.");
        }
        if (!fields.has("commands") && !fields.has("settings")) {
            throw fields.bad("id", id + " matches nothing", "Give it commands or settings.");
        }
        Banned banned = new Banned(
                id,
                tool.required("tool"),
                severity(fields),
                fields.required("why"),
                fields.required("instead"),
                fields.required("link"));
        entries.add(new Entry(
                banned,
                fields.required("example"),
                fields.flag("ciOnly"),
                fields.flag("unlocksOnly"),
                fields.flag("inPlace"),
                fields.nodes("commands").stream()
                        .map(command -> command(path, tool, new Fields(CODE, path, command, COMMAND_KEYS)))
                        .toList(),
                fields.nodes("settings").stream()
                        .map(setting -> setting(new Fields(CODE, path, setting, SETTING_KEYS)))
                        .toList()));
    }

    static boolean wellFormed(String id) {
        return id.chars().allMatch(c -> c == '-' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
    }

    private static Severity severity(Fields fields) {
        String word = fields.optional("severity").orElse("error");
        try {
            return Severity.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw fields.bad("severity", "No such severity: " + word, "It is error, warning or info.");
        }
    }

    private static CommandPattern command(String path, Fields tool, Fields fields) {
        Fields programs = fields.has("programs") ? fields : tool;
        if (!programs.has("programs")) {
            throw fields.bad("words", "No programs", "Name them here or beside \"tool\".");
        }
        Fields values = fields.has("values") ? fields : tool;
        boolean sql = fields.has("sql");
        return new CommandPattern(
                programs.strings("programs").stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                fields.strings("words").stream()
                        .map(words -> words(fields, words))
                        .toList(),
                fields.flag("anywhere"),
                fields.flag("abbreviated", tool.flag("abbreviated")),
                fields.flag("evident"),
                tool.flag("scripted", true),
                Set.copyOf(values.strings("values")),
                map(
                        fields,
                        "needs",
                        group -> split(group, "|").stream()
                                .map(OptionPattern::of)
                                .toList()),
                map(fields, "unless", OptionPattern::of),
                map(fields, "asksUnless", OptionPattern::of),
                map(fields, "destructive", OptionPattern::of),
                fields.strings("containing"),
                sql ? Optional.of(new SqlInput(Set.copyOf(fields.strings("sql")))) : Optional.empty());
    }

    private static List<Glob> words(Fields fields, String words) {
        try {
            List<Glob> sequence = split(words, " ").stream().map(Glob::of).toList();
            if (sequence.isEmpty()) {
                throw fields.bad("words", "Empty words", "Leave the key out to match the program alone.");
            }
            return sequence;
        } catch (IllegalArgumentException e) {
            throw fields.bad("words", "Bad word: " + e.getMessage(), "One star a word.");
        }
    }

    private static SettingPattern setting(Fields fields) {
        if (!fields.has("keys") || !fields.has("values")) {
            throw fields.bad("keys", "A setting has keys and values", "values lists those that do harm.");
        }
        return new SettingPattern(fields.strings("keys"), map(fields, "values", Glob::of), fields.strings("unless"));
    }

    private static <T> List<T> map(Fields fields, String key, Function<String, T> with) {
        return fields.strings(key).stream().map(with).toList();
    }

    private static List<String> split(String text, String separators) {
        List<String> parts = new ArrayList<>();
        Tokens.split(text, separators, parts);
        return parts;
    }
}
