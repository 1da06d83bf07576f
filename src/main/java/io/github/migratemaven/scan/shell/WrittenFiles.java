package io.github.migratemaven.scan.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files that a script writes: what it puts into one that it, or its image, then runs is part of it. Files are told apart by their
 * last name; a build writes {@code ./start.sh} and runs {@code /app/start.sh}.
 */
final class WrittenFiles {
    private static final int FILES = 1_000;

    private final Map<String, Transcript> written = new LinkedHashMap<>();
    private final Set<String> run = new HashSet<>();
    private final Map<String, Integer> read = new HashMap<>();

    void write(String path, Traced text) {
        if (written.size() < FILES || written.containsKey(name(path))) {
            written.computeIfAbsent(name(path), n -> new Transcript()).add(text);
        }
    }

    /** Null when it was not written here. */
    Traced text(String path) {
        Transcript text = written.get(name(path));
        return text == null ? null : text.joined();
    }

    boolean knows(String path) {
        return !written.isEmpty() && written.containsKey(name(path));
    }

    /** Something runs it, or makes it a program. */
    void run(String path) {
        if (run.size() < FILES) {
            run.add(name(path));
        }
    }

    /** Texts of files that are run and that nobody asked for yet. */
    List<Traced> takeRun() {
        List<Traced> texts = new ArrayList<>();
        for (Map.Entry<String, Transcript> entry : written.entrySet()) {
            String name = entry.getKey();
            boolean procfile = name.equals("Procfile");
            int length = entry.getValue().length();
            if ((run.contains(name) || procfile) && length > read.getOrDefault(name, 0)) {
                read.put(name, length);
                Traced text = entry.getValue().joined();
                texts.addAll(procfile ? processes(text) : List.of(text));
            }
        }
        return texts;
    }

    /** A platform runs what a Procfile names: {@code release: command}. */
    private static List<Traced> processes(Traced file) {
        List<Traced> commands = new ArrayList<>();
        String text = file.text();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int colon = text.substring(start, end).indexOf(':');
            if (colon > 0 && text.substring(start, start + colon).chars().allMatch(Cursor::isName)) {
                commands.add(file.part(start + colon + 1, end));
            }
            start = end + 1;
        }
        return commands;
    }

    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
