package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * @param given entries whose ids are taken
     * @throws MigrateException {@code bad-catalog}, with the place
     */
    static List<Entry> read(List<SourceFile> files, List<Entry> given) {
        CatalogReader reader = new CatalogReader();
        if (!files.isEmpty()) {
            for (Entry entry : given) {
                reader.origins.put(entry.banned().id(), "the built-in catalogue");
            }
        }
        for (SourceFile file : files) {
            reader.file(file);
        }
        return reader.entries;
    }

    private void file(SourceFile file) {
        for (Node node : StrictYaml.documents(file, CODE)) {
            tool(file.path(), node);
        }
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
                commands(path, tool, fields),
                settings(path, fields)));
    }

    private static List<CommandPattern> commands(String path, Fields tool, Fields entry) {
        List<CommandPattern> commands = new ArrayList<>();
        for (Node command : entry.nodes("commands")) {
            commands.add(command(tool, new Fields(CODE, path, command, COMMAND_KEYS)));
        }
        return commands;
    }

    private static List<SettingPattern> settings(String path, Fields entry) {
        List<SettingPattern> settings = new ArrayList<>();
        for (Node setting : entry.nodes("settings")) {
            settings.add(setting(new Fields(CODE, path, setting, SETTING_KEYS)));
        }
        return settings;
    }

    static boolean wellFormed(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c != '-' && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static Severity severity(Fields fields) {
        String word = fields.optional("severity").orElse("error");
        try {
            return Severity.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw fields.bad("severity", "No such severity: " + word, "It is error, warning or info.");
        }
    }

    private static CommandPattern command(Fields tool, Fields fields) {
        Fields programs = fields.has("programs") ? fields : tool;
        if (!programs.has("programs")) {
            throw fields.bad("words", "No programs", "Name them here or beside \"tool\".");
        }
        Fields values = fields.has("values") ? fields : tool;
        boolean sql = fields.has("sql");
        return new CommandPattern(
                lowerCase(programs.strings("programs")),
                words(fields),
                fields.flag("anywhere"),
                fields.flag("abbreviated", tool.flag("abbreviated")),
                fields.flag("evident"),
                tool.flag("scripted", true),
                Set.copyOf(values.strings("values")),
                needs(fields.strings("needs")),
                options(fields.strings("unless")),
                options(fields.strings("asksUnless")),
                options(fields.strings("destructive")),
                fields.strings("containing"),
                sql ? Optional.of(new SqlInput(Set.copyOf(fields.strings("sql")))) : Optional.empty());
    }

    private static Set<String> lowerCase(List<String> names) {
        Set<String> lower = new HashSet<>();
        for (String name : names) {
            lower.add(name.toLowerCase(Locale.ROOT));
        }
        return lower;
    }

    private static List<List<Glob>> words(Fields fields) {
        List<List<Glob>> all = new ArrayList<>();
        for (String words : fields.strings("words")) {
            all.add(words(fields, words));
        }
        return all;
    }

    private static List<Glob> words(Fields fields, String words) {
        try {
            List<Glob> sequence = globs(split(words, " "));
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
        return new SettingPattern(fields.strings("keys"), globs(fields.strings("values")), fields.strings("unless"));
    }

    static List<List<OptionPattern>> needs(List<String> texts) {
        List<List<OptionPattern>> groups = new ArrayList<>();
        for (String group : texts) {
            groups.add(options(split(group, "|")));
        }
        return groups;
    }

    static List<OptionPattern> options(List<String> texts) {
        List<OptionPattern> options = new ArrayList<>();
        for (String text : texts) {
            options.add(OptionPattern.of(text));
        }
        return options;
    }

    static List<Glob> globs(List<String> texts) {
        List<Glob> globs = new ArrayList<>();
        for (String text : texts) {
            globs.add(Glob.of(text));
        }
        return globs;
    }

    static List<String> split(String text, String separators) {
        List<String> parts = new ArrayList<>();
        Tokens.split(text, separators, parts);
        return parts;
    }
}
