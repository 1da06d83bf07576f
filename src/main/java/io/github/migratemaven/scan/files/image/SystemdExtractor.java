package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.PathEvidence;
import io.github.migratemaven.scan.files.Surroundings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * systemd units: {@code ExecStart=} and its relatives (systemd.service(5)). And supervisord's programs: {@code command=}
 * (https://supervisord.org/configuration.html).
 */
public final class SystemdExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".service", ".j2", ".template", ".conf", ".ini");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return isSupervisors(path)
                || path.endsWith(".service")
                || path.endsWith(".service.j2")
                || path.endsWith(".service.template");
    }

    private static boolean isSupervisors(String path) {
        boolean ending = path.endsWith(".conf") || path.endsWith(".ini");
        return ending && path.contains("supervisor");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        Map<String, String> environment = new HashMap<>();
        boolean supervisors = isSupervisors(file.path());
        Surroundings where = Surroundings.of(Entry.START).evidence(PathEvidence.of(file.path()));
        String text = file.text();
        int at = 0;
        while (at < text.length()) {
            MappedText joined = new MappedText();
            at = logicalLine(text, at, joined);
            Source line = joined.toSource(file, Math.min(at, text.length()));
            int equals = line.text().indexOf('=');
            String key = equals < 0 ? "" : line.text().substring(0, equals).strip();
            if (supervisors) {
                if (key.equals("command")) {
                    exec(line, equals + 1, where.inside(key, ""), collected);
                }
            } else if (key.equals("Environment") && environment.size() < 500) {
                for (Assignments.Assignment one :
                        Assignments.read(line.slice(equals + 1, line.text().length()), false)) {
                    environment.put(one.name(), one.value());
                    collected.setting(new Setting(one.name(), one.value(), one.position(), Map.of(), where.evidence()));
                }
            } else if (key.startsWith("Exec")) {
                exec(line, equals + 1, where.inside(key, "").environment(environment), collected);
            }
        }
        return collected.extract();
    }

    private static void exec(Source line, int start, Surroundings where, Collected collected) {
        String text = line.text();
        int at = start;
        // Prefixes: ignore failure, other name, full privileges, no expansion.
        while (at < text.length() && " -@:+!|".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        collected.shell(where, line.slice(at, text.length()));
    }

    private static int logicalLine(String text, int start, MappedText joined) {
        int line = start;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            String content = text.substring(line, end).strip();
            boolean comment = content.startsWith("#") || content.startsWith(";");
            boolean continued = !comment && content.endsWith("\\");
            if (!comment) {
                joined.append(text, line, continued ? text.lastIndexOf('\\', end) : end);
            }
            line = end + 1;
            // A comment between continued lines does not end them.
            if (!continued && !(comment && joined.length() > 0)) {
                break;
            }
        }
        return line;
    }
}
