package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.SourceFile;
import java.util.Map;
import java.util.Set;

/** A script whose body is not known yet; each {@code with} gives a changed copy. */
record Draft(
        ScriptId id,
        String title,
        Position position,
        Entry entry,
        String folder,
        Map<String, String> environment,
        Set<Evidence> evidence) {

    /** Something that nothing calls by name: its place makes it unique. */
    static Draft anonymous(SourceFile file, int offset, String title) {
        Position position = file.position(offset);
        ScriptId id = new ScriptId(
                Kind.ANONYMOUS, file.folder(), "%s:%d:%d".formatted(file.name(), position.line(), position.column()));
        return new Draft(id, title, position, Entry.NONE, file.folder(), Map.of(), Set.of());
    }

    /** A tool's task, called {@code name} in the file's folder; the title is the name in quotes. */
    static Draft task(SourceFile file, int offset, String tool, String name) {
        return new Draft(
                new ScriptId(Kind.TASK, file.folder(), tool + ":" + name),
                '"' + name + '"',
                file.position(offset),
                Entry.NONE,
                file.folder(),
                Map.of(),
                Set.of());
    }

    /** A whole file that is run by its path. */
    static Draft file(SourceFile file) {
        return new Draft(
                new ScriptId(Kind.FILE, file.folder(), file.name()),
                "",
                file.position(0),
                Entry.NONE,
                file.folder(),
                Map.of(),
                Set.of());
    }

    Draft withId(ScriptId other) {
        return new Draft(other, title, position, entry, folder, environment, evidence);
    }

    Draft withTitle(String other) {
        return new Draft(id, other, position, entry, folder, environment, evidence);
    }

    Draft withEntry(Entry other) {
        return new Draft(id, title, position, other, folder, environment, evidence);
    }

    Draft withFolder(String other) {
        return new Draft(id, title, position, entry, other, environment, evidence);
    }

    Draft withEnvironment(Map<String, String> other) {
        return new Draft(id, title, position, entry, folder, other, evidence);
    }

    Draft withEvidence(Set<Evidence> other) {
        return new Draft(id, title, position, entry, folder, environment, other);
    }

    Script runs(Body body) {
        return new Script(id, title, position, entry, body, folder, environment, evidence);
    }
}
