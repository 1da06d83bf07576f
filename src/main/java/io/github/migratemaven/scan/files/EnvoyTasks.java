package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Laravel Envoy's tasks: what stands between {@code @task(…)} and {@code @endtask} is a shell's, on the servers. */
final class EnvoyTasks implements Extractor {
    @Override
    public Set<String> endings() {
        return Set.of(".php");
    }

    @Override
    public Set<String> nameWords() {
        return Set.of("envoy");
    }

    @Override
    public boolean accepts(String path) {
        return Paths.name(path).equals("Envoy.blade.php");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        String text = file.text();
        int begin = -1;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).strip();
            if (line.startsWith("@task")) {
                begin = Math.min(end + 1, text.length());
            } else if (line.startsWith("@endtask") && begin >= 0) {
                Body body = new Body.Shell(Source.slice(file, begin, start), Dialect.POSIX);
                scripts.add(Draft.anonymous(file, begin, "task")
                        .withEntry(Entry.DEPLOY)
                        .runs(body));
                begin = -1;
            }
            start = end + 1;
        }
        return new Extract(scripts, List.of());
    }
}
