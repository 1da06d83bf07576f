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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Flow files of Liquibase: its own commands and shell lines, stage by stage, which {@code liquibase flow} runs. */
final class LiquibaseFlow implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");
    private static final String TOOL = "liquibase ";

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return path.endsWith("flowfile.yaml") || path.endsWith("flowfile.yml");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        for (Node document : YamlText.read(file)) {
            List<Node.Entry> stages =
                    new ArrayList<>(document.get("stages").map(Node::entries).orElse(List.of()));
            document.get("endStage").ifPresent(end -> stages.add(new Node.Entry("endStage", end.start(), end)));
            for (Node.Entry stage : stages) {
                stage.value()
                        .get("actions")
                        .map(Node::items)
                        .orElse(List.of())
                        .forEach(action -> action(file, stage.key(), action).ifPresent(scripts::add));
            }
        }
        return new Extract(scripts, List.of());
    }

    private static Optional<Script> action(SourceFile file, String stage, Node action) {
        boolean shell = action.source("type").map(Source::text).orElse("").equals("shell");
        return action.source("command")
                .map(command -> Draft.anonymous(file, command.offset(0), "stage \"" + stage + '"')
                        .withEntry(Entry.DEPLOY)
                        .withEvidence(NameEvidence.of(file.path()))
                        .runs(new Body.Shell(shell ? command : ofTheTool(command), Dialect.POSIX)));
    }

    private static Source ofTheTool(Source command) {
        String text = TOOL + command.text();
        int[] offsets = new int[text.length() + 1];
        Arrays.setAll(offsets, i -> command.offset(Math.max(i - TOOL.length(), 0)));
        return Source.mapped(command.file(), text, offsets);
    }
}
