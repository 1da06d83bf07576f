package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small project and what the scan must say of it. A file of cases under {@code ban-cases} reads like this:
 *
 * <pre>
 * === what it shows
 * --- package.json
 * {"scripts": {"build": "▶prisma db push"}}
 * === another one
 * --- …
 * >>> deploy.sh
 * npx ▶[drizzle-push]drizzle-kit push       a case by itself: one line (⏎ = a new one) in the file above
 * </pre>
 *
 * A mark stands in front of the place of a finding: {@code ▶} an error, {@code ◇} a warning, {@code ▷} an info; its id follows in
 * brackets, or is {@code prisma-db-push}. Without a mark there must be no finding. A template has a {@code ◊} for a command, and {@code [◊]} for
 * its id where that is found elsewhere.
 *
 * @param name file and line of the case, and its title
 * @param files texts with marks, by path
 */
record BanCase(String name, Map<String, String> files) {
    private static final String MARKS = "▶◇▷";
    private static final List<String> SEVERITIES = List.of("ERROR", "WARNING", "INFO");
    private static final String ORDINARY = "prisma-db-push";

    @Override
    public String toString() {
        return name;
    }

    static Stream<BanCase> all(String folder) {
        try (Stream<Path> files = Files.list(
                Path.of(BanCase.class.getResource("/ban-cases/" + folder).toURI()))) {
            return files.sorted().toList().stream().flatMap(BanCase::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<BanCase> read(Path resource) {
        List<BanCase> cases = new ArrayList<>();
        String home = resource.getFileName().toString();
        String single = null;
        String path = null;
        int number = 0;
        for (String line : lines(resource)) {
            number++;
            if (line.startsWith("=== ")) {
                cases.add(new BanCase(home + ":" + number + " " + line.substring(4), new LinkedHashMap<>()));
                single = null;
                path = null;
            } else if (line.startsWith("--- ")) {
                path = line.substring(4);
                cases.get(cases.size() - 1).files().put(path, "");
            } else if (line.startsWith(">>> ")) {
                single = line.substring(4);
            } else if (single != null && !line.isBlank() && !line.startsWith("## ")) {
                cases.add(new BanCase(home + ":" + number + " " + line, Map.of(single, line.replace('⏎', '\n'))));
            } else if (single == null && path != null) {
                cases.get(cases.size() - 1).files().merge(path, line + "\n", String::concat);
            }
        }
        return cases.stream();
    }

    private static List<String> lines(Path resource) {
        try {
            return Files.readAllLines(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A template with a command in it. @param id what the command is found as; null when it is harmless */
    BanCase with(String command, String id) {
        Map<String, String> filled = new LinkedHashMap<>();
        files.forEach((path, text) -> {
            String marked = text;
            for (char mark : MARKS.toCharArray()) {
                marked = marked.replace(mark + "[◊]", id == null ? "" : mark + "[" + id + "]");
                marked = marked.replace(mark + "◊", id == null ? command : mark + "[" + id + "]" + command);
            }
            filled.put(path, marked.replace("◊", command));
        });
        return new BanCase(name + " with " + command, filled);
    }

    /** The files as they are scanned: without the marks. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((path, marked) -> texts.put(path, strip(path, marked, new ArrayList<>())));
        return texts;
    }

    /** {@code path:line:column id SEVERITY}, in order. */
    List<String> expected() {
        List<String> expected = new ArrayList<>();
        files.forEach((path, marked) -> strip(path, marked, expected));
        return expected.stream().sorted().toList();
    }

    private static String strip(String path, String marked, List<String> places) {
        StringBuilder text = new StringBuilder();
        int line = 1;
        int column = 1;
        for (int i = 0; i < marked.length(); i++) {
            int mark = MARKS.indexOf(marked.charAt(i));
            if (mark >= 0) {
                boolean named = marked.startsWith("[", i + 1);
                int end = named ? marked.indexOf(']', i) : i;
                String id = named ? marked.substring(i + 2, end) : ORDINARY;
                places.add(path + ":" + line + ":" + column + " " + id + " " + SEVERITIES.get(mark));
                i = end;
            } else {
                boolean newLine = marked.charAt(i) == '\n';
                line += newLine ? 1 : 0;
                // Columns count code points.
                column = newLine ? 1 : column + (Character.isLowSurrogate(marked.charAt(i)) ? 0 : 1);
                text.append(marked.charAt(i));
            }
        }
        return text.toString();
    }

    static String shown(Finding finding) {
        Position at = finding.position().orElseThrow();
        return at.file() + ":" + at.line() + ":" + at.column() + " " + finding.id() + " " + finding.severity();
    }
}
