package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Call;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a package script runs that says {@code wireit}: its dependencies, then its command (https://github.com/google/wireit). */
final class Wireit {
    private Wireit() {}

    static Body body(SourceFile file, Node settings) {
        List<Body> parts = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        settings.get("dependencies").ifPresent(dependencies -> {
            for (Node item : dependencies.items()) {
                item.source().or(() -> item.source("script")).ifPresent(name -> calls.add(call(file, name)));
            }
        });
        parts.add(new Body.Calls(calls));
        Optional<Source> command = settings.source("command");
        command.ifPresent(text -> parts.add(Bodies.shell(text)));
        return Bodies.sequence(parts);
    }

    /** {@code build}, {@code ../other:build}. */
    private static Call call(SourceFile file, Source name) {
        String text = name.text();
        int colon = text.startsWith(".") ? text.indexOf(':') : -1;
        String folder = colon < 0 ? file.folder() : Paths.resolve(file.folder(), text.substring(0, colon));
        return new Call(new ScriptId(Kind.PACKAGE_SCRIPT, folder, text.substring(colon + 1)), name.position(0));
    }
}
