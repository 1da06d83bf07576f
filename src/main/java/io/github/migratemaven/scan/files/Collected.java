package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Call;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** What has been read out of one file so far. Not thread-safe. */
public final class Collected {
    /** More than any file of a person's has; readers that follow references stop there. */
    public static final int MAX_SCRIPTS = 5000;

    private final SourceFile file;
    private final List<Script> scripts = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();

    public Collected(SourceFile file) {
        this.file = file;
    }

    public SourceFile file() {
        return file;
    }

    /** How many scripts there are so far. */
    public int size() {
        return scripts.size();
    }

    /** A text for the shell of its surroundings. */
    public void shell(Surroundings where, Source text) {
        if (!text.text().isBlank()) {
            add(where, text.position(0), new Body.Shell(text, where.dialect()));
        }
    }

    /** Program and arguments. */
    public void arguments(Surroundings where, List<Source> words) {
        if (!words.isEmpty()) {
            add(where, words.get(0).position(0), new Body.Arguments(words));
        }
    }

    public void call(Surroundings where, ScriptId target, Position position) {
        add(where, position, new Body.Calls(List.of(new Call(target, position))));
    }

    /** A script that nothing calls by name. */
    public void add(Surroundings where, Position position, Body body) {
        add(where, anonymous(), position, body);
    }

    public void add(Surroundings where, ScriptId id, Position position, Body body) {
        if (scripts.size() >= MAX_SCRIPTS) {
            return;
        }
        scripts.add(new Script(
                id,
                where.title(),
                position,
                where.entry(),
                body,
                where.folder(),
                where.environment(),
                where.evidence()));
    }

    /** The next name that nobody else has. */
    public ScriptId anonymous() {
        return new ScriptId(Kind.ANONYMOUS, file.folder(), file.name() + " step " + (scripts.size() + 1));
    }

    public void setting(Setting setting) {
        settings.add(setting);
    }

    public Extract extract() {
        return scripts.isEmpty() && settings.isEmpty() ? Extract.NOTHING : new Extract(scripts, settings);
    }
}
