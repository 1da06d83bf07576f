package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;

/** Vagrantfiles: {@code inline:} and {@code path:} of shell provisioners, for a developer's own machine. */
public final class VagrantExtractor implements Extractor {
    @Override
    public boolean accepts(String path) {
        return ProjectPath.name(path).equals("Vagrantfile");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        Surroundings where = Surroundings.of(Entry.START)
                .folder(file.folder())
                .evidence(Evidence.DEVELOPMENT)
                .inside("provision", "");
        String text = file.text();
        int line = 0;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            line = line(file, line, end, where, collected);
        }
        return collected.extract();
    }

    /** @return where the next line begins */
    private static int line(SourceFile file, int start, int end, Surroundings where, Collected collected) {
        String text = file.text();
        String line = text.substring(start, end);
        if (line.stripLeading().startsWith("#")) {
            return end + 1;
        }
        for (String key : new String[] {"inline:", "inline =", "path:"}) {
            int at = line.indexOf(key);
            if (at < 0 || !line.contains("provision") && !line.contains("inline")) {
                continue;
            }
            int value = at + key.length();
            while (value < line.length() && line.charAt(value) == ' ') {
                value++;
            }
            if (value >= line.length()) {
                continue;
            }
            char quote = line.charAt(value);
            if (quote == '"' || quote == '\'') {
                int close = line.indexOf(quote, value + 1);
                if (close > 0) {
                    collected.shell(where, Source.slice(file, start + value + 1, start + close));
                }
            } else if (line.startsWith("<<", value)) {
                return heredoc(file, line.substring(value + 2).strip(), end + 1, where, collected);
            }
        }
        return end + 1;
    }

    private static int heredoc(SourceFile file, String mark, int start, Surroundings where, Collected collected) {
        String text = file.text();
        String word = mark.startsWith("-") || mark.startsWith("~") ? mark.substring(1) : mark;
        int close = 0;
        while (close < word.length()
                && (Character.isLetterOrDigit(word.charAt(close))
                        || word.charAt(close) == '_'
                        || "'\"".indexOf(word.charAt(close)) >= 0)) {
            close++;
        }
        String delimiter = word.substring(0, close).replace("'", "").replace("\"", "");
        int line = start;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            if (text.substring(line, end).strip().equals(delimiter)) {
                collected.shell(where, Source.slice(file, start, line));
                return end + 1;
            }
            line = end + 1;
        }
        return text.length();
    }
}
