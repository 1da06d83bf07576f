package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML that is our own format: any mistake is an error with its place. Size, depth and aliases are bounded. */
public final class StrictYaml {
    private static final int LARGEST = 1_000_000;
    /** Document, entries, entry, commands, command, list. */
    private static final int DEEPEST = 8;

    private StrictYaml() {}

    /**
     * The file's documents.
     *
     * @throws MigrateException with the code, and the place
     */
    public static List<Node> documents(SourceFile file, String code) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.path())
                .setCodePointLimit(LARGEST)
                .setMaxAliasesForCollections(20)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            checkDepth(file, code, settings);
            List<Node> documents = new ArrayList<>();
            new Compose(settings).composeAllFromString(file.text()).forEach(documents::add);
            return documents;
        } catch (MarkedYamlEngineException e) {
            String problem = "No valid YAML: " + e.getProblem();
            throw Fields.bad(code, file.path(), e.getProblemMark(), problem, "Mend the file's syntax.");
        } catch (YamlEngineException e) {
            String problem = "No valid YAML: " + e.getMessage();
            throw Fields.bad(code, file.path(), Optional.empty(), problem, "Mend the file.");
        }
    }

    /** Composing recurses; parsing does not. */
    private static void checkDepth(SourceFile file, String code, LoadSettings settings) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(file.text())) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw Fields.bad(
                        code, file.path(), event.getStartMark(), "Nested too deeply", "Nothing here has such depth.");
            }
        }
    }
}
