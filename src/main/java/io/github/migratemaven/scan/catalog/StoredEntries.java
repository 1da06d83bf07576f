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
 * Entries in a form that is read fast: field after field, in the order of the records' components. Written and read by the same
 * build, so it has no version. The same entries always give the same bytes.
 */
final class StoredEntries {
    private StoredEntries() {}

    /** What is written of one element. */
    private interface Writer<T> {
        void write(T element) throws IOException;
    }

    /** What is read for one element. */
    private interface Reader<T> {
        T read() throws IOException;
    }

    static void write(List<Entry> entries, DataOutput out) throws IOException {
        list(entries, out, entry -> entry(entry, out));
    }

    static List<Entry> read(DataInput in) throws IOException {
        return list(in, () -> entry(in));
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
        list(entry.commands(), out, command -> command(command, out));
        list(entry.settings(), out, setting -> setting(setting, out));
    }

    private static Entry entry(DataInput in) throws IOException {
        Banned banned = new Banned(
                in.readUTF(), in.readUTF(), Severity.values()[in.readByte()], in.readUTF(), in.readUTF(), in.readUTF());
        return new Entry(
                banned,
                in.readUTF(),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean(),
                list(in, () -> command(in)),
                list(in, () -> setting(in)));
    }

    private static void command(CommandPattern command, DataOutput out) throws IOException {
        set(command.programs(), out);
        list(command.words(), out, words -> globs(words, out));
        out.writeBoolean(command.anywhere());
        out.writeBoolean(command.abbreviated());
        out.writeBoolean(command.evident());
        out.writeBoolean(command.scripted());
        set(command.values(), out);
        list(command.needs(), out, group -> options(group, out));
        options(command.unless(), out);
        options(command.asksUnless(), out);
        options(command.destructive(), out);
        texts(command.containing(), out);
        out.writeBoolean(command.sql().isPresent());
        if (command.sql().isPresent()) {
            set(command.sql().get().files(), out);
        }
    }

    private static CommandPattern command(DataInput in) throws IOException {
        return new CommandPattern(
                set(in),
                list(in, () -> globs(in)),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean(),
                set(in),
                list(in, () -> options(in)),
                options(in),
                options(in),
                options(in),
                texts(in),
                in.readBoolean() ? Optional.of(new SqlInput(set(in))) : Optional.empty());
    }

    private static void setting(SettingPattern setting, DataOutput out) throws IOException {
        texts(setting.keys(), out);
        globs(setting.values(), out);
        texts(setting.unless(), out);
    }

    private static SettingPattern setting(DataInput in) throws IOException {
        return new SettingPattern(texts(in), globs(in), texts(in));
    }

    private static void globs(List<Glob> globs, DataOutput out) throws IOException {
        list(globs, out, glob -> out.writeUTF(glob.toString()));
    }

    private static List<Glob> globs(DataInput in) throws IOException {
        return list(in, () -> Glob.of(in.readUTF()));
    }

    private static void options(List<OptionPattern> options, DataOutput out) throws IOException {
        list(options, out, option -> {
            out.writeUTF(option.name());
            out.writeBoolean(option.value() != null);
            if (option.value() != null) {
                out.writeUTF(option.value());
            }
        });
    }

    private static List<OptionPattern> options(DataInput in) throws IOException {
        return list(in, () -> new OptionPattern(in.readUTF(), in.readBoolean() ? in.readUTF() : null));
    }

    private static void texts(List<String> texts, DataOutput out) throws IOException {
        list(texts, out, out::writeUTF);
    }

    private static List<String> texts(DataInput in) throws IOException {
        return list(in, in::readUTF);
    }

    /** A set's own order differs from one JVM to the next. */
    private static void set(Set<String> texts, DataOutput out) throws IOException {
        list(new TreeSet<>(texts), out, out::writeUTF);
    }

    private static Set<String> set(DataInput in) throws IOException {
        return new HashSet<>(texts(in));
    }

    private static <T> void list(Collection<T> elements, DataOutput out, Writer<T> writer) throws IOException {
        out.writeShort(elements.size());
        for (T element : elements) {
            writer.write(element);
        }
    }

    private static <T> List<T> list(DataInput in, Reader<T> reader) throws IOException {
        int size = in.readUnsignedShort();
        List<T> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(reader.read());
        }
        return elements;
    }
}
