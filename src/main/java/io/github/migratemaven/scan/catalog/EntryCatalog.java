package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.scan.Clue;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.Written;
import io.github.migratemaven.scan.shell.Command;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The catalogue: our entries, and those that a project adds. Indexed by program: other commands cost a look-up. */
public final class EntryCatalog implements Catalog {
    /** Ours, beside this class, as the build has stored them. */
    static final String STORED = "entries.bin";

    private final List<Entry> entries;
    private final boolean extended;
    private final Map<String, List<Rule>> byProgram = new HashMap<>();
    private final List<Rule> evident = new ArrayList<>();
    private final Settings settings;
    private final Tools tools;

    private record Rule(Entry entry, CommandPattern pattern) {}

    private EntryCatalog(List<Entry> entries, boolean extended) {
        this.entries = List.copyOf(entries);
        this.extended = extended;
        for (Entry entry : entries) {
            for (CommandPattern pattern : entry.commands()) {
                Rule rule = new Rule(entry, pattern);
                for (String name : pattern.programs()) {
                    if (!byProgram.containsKey(name)) {
                        byProgram.put(name, new ArrayList<>());
                    }
                    byProgram.get(name).add(rule);
                }
                if (pattern.evident()) {
                    evident.add(rule);
                }
            }
        }
        settings = new Settings(entries);
        tools = new Tools(byProgram.keySet());
    }

    /**
     * Our entries and those of a project's own files.
     *
     * @param more files of the same form as ours
     * @throws MigrateException {@code bad-catalog} with the place, for a file that is not of that form
     */
    public static EntryCatalog with(List<SourceFile> more) {
        return with(more, List.of());
    }

    /**
     * As above, and entries in short.
     *
     * @param own with {@code id}, {@code command} or {@code setting}, {@code why}, {@code instead}, and, where wanted,
     *     {@code severity} and {@code link}
     * @throws MigrateException {@code bad-configuration} with the place, for an entry that will not do
     */
    public static EntryCatalog with(List<SourceFile> more, List<Written> own) {
        List<Entry> entries = stored();
        entries.addAll(CatalogReader.read(more, entries));
        for (Written written : own) {
            Entry entry = ShortEntry.of(written);
            String id = entry.banned().id();
            if (entries.stream().anyMatch(other -> other.banned().id().equals(id))) {
                throw written.bad("The id " + id + " is taken", "Choose another one.");
            }
            entries.add(entry);
        }
        return new EntryCatalog(entries, !more.isEmpty() || !own.isEmpty());
    }

    private static List<Entry> stored() {
        try (InputStream in = Objects.requireNonNull(EntryCatalog.class.getResourceAsStream(STORED), STORED)) {
            return StoredEntries.read(new DataInputStream(new ByteArrayInputStream(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isExtended() {
        return extended;
    }

    @Override
    public List<Clue> clues() {
        return EntryClues.of(entries);
    }

    @Override
    public Set<String> ids() {
        Set<String> ids = new HashSet<>();
        for (Entry entry : entries) {
            ids.add(entry.banned().id());
        }
        return ids;
    }

    List<Entry> entries() {
        return entries;
    }

    /**
     * The entry of this id, for settings of a single entry's severity.
     *
     * @throws MigrateException {@code unknown-ban} when there is none
     */
    public Banned banned(String id) {
        return entries.stream()
                .map(Entry::banned)
                .filter(banned -> banned.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new MigrateException(Failure.InvalidInput.of(
                        "unknown-ban", "The catalogue has no entry " + id, "docs/bans.md lists the ids.")));
    }

    @Override
    public List<Match> match(Command command, Function<String, Optional<String>> files) {
        if (Tools.talks(command)) {
            return List.of();
        }
        Map<String, Match> found = new LinkedHashMap<>();
        for (Tools.Tool tool : tools.in(command)) {
            List<Arg> args = Arg.of(
                    command.words().subList(tool.last() + 1, command.words().size()));
            for (Rule rule : tool.name().isEmpty() ? evident : byProgram.getOrDefault(tool.name(), List.of())) {
                if (!tool.scripted() || rule.pattern().scripted()) {
                    int start = command.words().get(tool.index()).start();
                    add(rule, tool.name(), args, start, command, files, found);
                }
            }
        }
        if (found.isEmpty()) {
            Optional<CodeCall> call = CodeCall.of(command, byProgram.keySet());
            if (call.isPresent()) {
                int start = command.words().get(0).start();
                for (Rule rule : byProgram.get(call.get().tool())) {
                    add(rule, call.get().tool(), call.get().args(), start, command, files, found);
                }
            }
        }
        for (SettingWords.Found word : SettingWords.in(command)) {
            add(word, word.start(), command, found);
        }
        for (Map.Entry<String, String> variable : command.environment().entrySet()) {
            for (SettingWords.Found word : SettingWords.variable(variable.getKey(), variable.getValue())) {
                if (!settings.match(word.key(), word.value(), Map.of()).isEmpty()) {
                    add(word, SettingWords.assignment(command, variable.getKey()), command, found);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private void add(SettingWords.Found word, int start, Command command, Map<String, Match> found) {
        if (start < 0) {
            return;
        }
        for (Entry entry : settings.match(word.key(), word.value(), Map.of())) {
            Set<Trait> traits = traits(entry, Surroundings.of(command), false);
            found.putIfAbsent(entry.banned().id(), new Match(entry.banned(), word.shown(), start, traits));
        }
    }

    /** Whether what it asks gets an answer without a person. */
    private static boolean answered(Command command) {
        for (String wrapper : command.wrappers()) {
            if (wrapper.startsWith("yes")) {
                return true;
            }
        }
        return !command.input().isBlank();
    }

    private static void add(
            Rule rule,
            String tool,
            List<Arg> args,
            int start,
            Command command,
            Function<String, Optional<String>> files,
            Map<String, Match> found) {
        Optional<List<String>> words = rule.pattern().match(args);
        if (words.isEmpty() || found.containsKey(rule.entry().banned().id())) {
            return;
        }
        List<String> shown = new ArrayList<>(words.get());
        if (!tool.isEmpty()) {
            shown.add(0, tool);
        }
        if (rule.pattern().sql().isPresent()) {
            Optional<String> statement = rule.pattern().sql().get().destructive(command, args, files);
            if (statement.isEmpty()) {
                return;
            }
            shown.add('"' + statement.get() + '"');
        }
        boolean asks = !answered(command) && rule.pattern().asks(args);
        Entry entry = rule.entry();
        Set<Trait> traits = traits(entry, Surroundings.of(command), asks);
        if (shown.contains("--force-reset")) {
            traits.remove(Trait.IN_PLACE);
        }
        if (RemoteTarget.in(command)) {
            traits.add(Trait.REMOTE_TARGET);
        }
        found.put(entry.banned().id(), new Match(entry.banned(), String.join(" ", shown), start, traits));
    }

    @Override
    public List<Match> match(Setting setting) {
        List<Match> found = new ArrayList<>(1);
        add(setting, setting.key(), setting.value(), found);
        if (setting.value().startsWith("{") && setting.value().endsWith("}")) {
            SettingWords.variable(setting.key(), setting.value())
                    .forEach(word -> add(setting, word.key(), word.value(), found));
        } else if (setting.value().indexOf('=') > 0 && SettingWords.mayHoldOptions(setting.key(), setting.value())) {
            SettingWords.options(setting.value()).forEach(word -> add(setting, word.key(), word.value(), found));
        }
        return found;
    }

    private void add(Setting setting, String key, String value, List<Match> found) {
        for (Entry entry : settings.match(key, value, setting.siblings())) {
            Set<Trait> around = Surroundings.of(setting.key(), setting.siblings());
            found.add(new Match(entry.banned(), key + '=' + value, 0, traits(entry, around, false)));
        }
    }

    private static Set<Trait> traits(Entry entry, Set<Trait> around, boolean asks) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(around);
        if (entry.ciOnly()) {
            traits.add(Trait.CI_ONLY);
        }
        if (entry.unlocksOnly()) {
            traits.add(Trait.UNLOCKS_ONLY);
        }
        if (asks) {
            traits.add(Trait.ASKS_FIRST);
        }
        if (entry.inPlace()) {
            traits.add(Trait.IN_PLACE);
        }
        return traits;
    }
}
