package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Process types of a Procfile (https://devcenter.heroku.com/articles/procfile): {@code release} before a deploy, the rest to start. */
public final class Procfile implements Extractor {
    private static final Set<String> DEPLOY = Set.of("release", "predeploy", "postdeploy");

    @Override
    public boolean accepts(String path) {
        String name = Paths.name(path);
        return name.equals("Procfile") || name.startsWith("Procfile.");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        String suffix = file.name().substring("Procfile".length()).toLowerCase(Locale.ROOT);
        boolean development = suffix.contains("dev") || suffix.contains("local");
        List<Script> scripts = new ArrayList<>();
        for (TextLine line : TextLine.all(file)) {
            int colon = line.text().indexOf(':');
            String name = colon < 0 ? "" : line.text().substring(0, colon).strip();
            if (name.isEmpty() || !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-')) {
                continue;
            }
            Source command = line.rest(colon + 1);
            if (!command.text().isEmpty()) {
                Entry entry = DEPLOY.contains(name) ? Entry.DEPLOY : Entry.START;
                scripts.add(Draft.anonymous(file, command.offset(0), name)
                        .withEntry(development ? Entry.NONE : entry)
                        .withEvidence(development ? Set.of(Evidence.DEVELOPMENT) : Set.of())
                        .runs(Bodies.shell(command)));
            }
        }
        return new Extract(scripts, List.of());
    }
}
