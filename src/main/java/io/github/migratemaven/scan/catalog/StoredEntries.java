package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.model.Severity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Entries in a form that is read fast: field after field, in the order of the records' components, patterns as a catalogue file
 * spells them. Written and read by the same build, so it has no version. The same entries always give the same bytes.
 */
final class StoredEntries {
    private StoredEntries() {}

    static void write(List<Entry> entries, DataOutput out) throws IOException {
        out.writeShort(entries.size());
        for (Entry entry : entries) {
            entry(entry, out);
        }
    }

    static List<Entry> read(DataInput in) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            entries.add(entry(in));
        }
        return entries;
    }

    private static void entry(Entry entry, DataOutput out) throws IOException {
        Banned banned = entry.banned();
        out.writeUTF(banned.id());
        out.writeUTF(banned.tool());
        out.writeByte(banned.severity().ordinal());
        out.writeUTF(banned.why());
        out.writeUTF(banned.instead());
        out.writeUTF(banned.link());
        out.writeUTF(entry.example());
        out.writeBoolean(entry.ciOnly());
        out.writeBoolean(entry.unlocksOnly());
        out.writeBoolean(entry.inPlace());
        out.writeShort(entry.commands().size());
        for (CommandPattern command : entry.commands()) {
            command(command, out);
        }
        out.writeShort(entry.settings().size());
        for (SettingPattern setting : entry.settings()) {
            texts(setting.keys(), out);
            texts(strings(setting.values()), out);
            texts(setting.unless(), out);
        }
    }

    private static Entry entry(DataInput in) throws IOException {
        Banned banned = new Banned(
                in.readUTF(), in.readUTF(), Severity.values()[in.readByte()], in.readUTF(), in.readUTF(), in.readUTF());
        String example = in.readUTF();
        boolean ciOnly = in.readBoolean();
        boolean unlocksOnly = in.readBoolean();
        boolean inPlace = in.readBoolean();
        List<CommandPattern> commands = new ArrayList<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            commands.add(command(in));
        }
        List<SettingPattern> settings = new ArrayList<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            settings.add(new SettingPattern(texts(in), CatalogReader.globs(texts(in)), texts(in)));
        }
        return new Entry(banned, example, ciOnly, unlocksOnly, inPlace, commands, settings);
    }

    private static void command(CommandPattern command, DataOutput out) throws IOException {
        set(command.programs(), out);
        texts(joined(command.words(), " "), out);
        out.writeBoolean(command.anywhere());
        out.writeBoolean(command.abbreviated());
        out.writeBoolean(command.evident());
        out.writeBoolean(command.scripted());
        set(command.values(), out);
        texts(joined(command.needs(), "|"), out);
        texts(strings(command.unless()), out);
        texts(strings(command.asksUnless()), out);
        texts(strings(command.destructive()), out);
        texts(command.containing(), out);
        out.writeBoolean(command.sql().isPresent());
        if (command.sql().isPresent()) {
            set(command.sql().get().files(), out);
        }
    }

    private static CommandPattern command(DataInput in) throws IOException {
        return new CommandPattern(
                new HashSet<>(texts(in)),
                words(texts(in)),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean(),
                new HashSet<>(texts(in)),
                CatalogReader.needs(texts(in)),
                CatalogReader.options(texts(in)),
                CatalogReader.options(texts(in)),
                CatalogReader.options(texts(in)),
                texts(in),
                in.readBoolean() ? Optional.of(new SqlInput(new HashSet<>(texts(in)))) : Optional.empty());
    }

    private static List<List<Glob>> words(List<String> texts) {
        List<List<Glob>> words = new ArrayList<>();
        for (String text : texts) {
            words.add(CatalogReader.globs(CatalogReader.split(text, " ")));
        }
        return words;
    }

    private static List<String> joined(List<? extends List<?>> groups, String separator) {
        List<String> texts = new ArrayList<>();
        for (List<?> group : groups) {
            texts.add(String.join(separator, strings(group)));
        }
        return texts;
    }

    private static List<String> strings(List<?> patterns) {
        List<String> texts = new ArrayList<>();
        for (Object pattern : patterns) {
            texts.add(pattern.toString());
        }
        return texts;
    }

    /** A set's own order differs from one JVM to the next. */
    private static void set(Set<String> texts, DataOutput out) throws IOException {
        texts(new TreeSet<>(texts), out);
    }

    private static void texts(Collection<String> texts, DataOutput out) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> texts(DataInput in) throws IOException {
        int size = in.readUnsignedShort();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
