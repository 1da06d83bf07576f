package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Aliases of a mix.exs (https://hexdocs.pm/mix/Mix.html#module-aliases): {@code mix:ALIAS}. */
public final class MixAliases implements Extractor {
    private static final Set<String> ENDINGS = Set.of("mix.exs");
    private static final Pattern BEGIN = Pattern.compile("\\baliases\\b(?:\\(\\))?\\s*(?:do\\b|:\\s*\\[|,\\s*do:)");
    private static final Pattern KEY = Pattern.compile("(?:\"([^\"\\n]{1,100})\"|\\b([a-zA-Z_][\\w?!]{0,100})):\\s");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return Paths.name(path).equals("mix.exs");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        String text = withoutComments(file.text());
        List<Script> scripts = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (begin.find(from)) {
            from = read(file, text, begin.end(), scripts);
        }
        return new Extract(scripts, List.of());
    }

    /** @return offset past the aliases */
    private static int read(SourceFile file, String text, int from, List<Script> scripts) {
        int end = text.indexOf("\n  end", from);
        end = end < 0 ? text.length() : end;
        Matcher key = KEY.matcher(text).region(from, end);
        int at = from;
        while (at < end && key.region(at, end).find()) {
            String name = key.group(1) != null ? key.group(1) : key.group(2);
            int start = key.group(1) != null ? key.start(1) : key.start(2);
            List<Source> strings = new ArrayList<>();
            at = Math.max(ElixirStrings.read(file, text, key.end(), end, strings), key.end());
            if (!strings.isEmpty()) {
                List<Body> parts = new ArrayList<>();
                strings.forEach(s -> parts.add(Bodies.shell(command(s))));
                scripts.add(Draft.task(file, start, "mix", name)
                        .withEntry(EntryNames.task(name))
                        .withEvidence(EntryNames.evidence(name))
                        .runs(Bodies.sequence(parts)));
            }
        }
        return end;
    }

    /** A mix task with its arguments; {@code cmd} hands the rest to a shell. */
    private static Source command(Source written) {
        String text = written.text();
        if (text.startsWith("cmd ")) {
            int start = "cmd ".length();
            if (text.startsWith("--cd ", start)) {
                int space = text.indexOf(' ', start + "--cd ".length());
                start = space < 0 ? text.length() : space + 1;
            }
            return written.slice(start, text.length());
        }
        MappedText mapped = new MappedText();
        mapped.append("mix ", written.offset(0));
        mapped.append(written, 0, text.length());
        return mapped.toSource(written.file(), written.offset(text.length()));
    }

    /** Spaces where comments are; as long as the text. */
    private static String withoutComments(String text) {
        StringBuilder code = new StringBuilder(text);
        boolean string = false;
        boolean comment = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                string = false;
                comment = false;
            } else if (comment) {
                code.setCharAt(i, ' ');
            } else if (c == '\\') {
                i++;
            } else if (c == '"') {
                string = !string;
            } else if (c == '#' && !string) {
                comment = true;
                code.setCharAt(i, ' ');
            }
        }
        return code.toString();
    }
}
