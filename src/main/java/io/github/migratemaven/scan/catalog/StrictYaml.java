package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

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
            Parser events = new ParserImpl(settings, new StreamReader(settings, file.text()));
            Composer composer = new Composer(settings, new Bounded(events, file, code));
            List<Node> documents = new ArrayList<>();
            while (composer.hasNext()) {
                documents.add(composer.next());
            }
            return documents;
        } catch (MarkedYamlEngineException e) {
            String problem = "No valid YAML: " + e.getProblem();
            throw Fields.bad(code, file.path(), e.getProblemMark(), problem, "Mend the file's syntax.");
        } catch (YamlEngineException e) {
            String problem = "No valid YAML: " + e.getMessage();
            throw Fields.bad(code, file.path(), Optional.empty(), problem, "Mend the file.");
        }
    }

    /** Composing recurses, so the depth is bounded before it does. */
    private static final class Bounded implements Parser {
        private final Parser events;
        private final SourceFile file;
        private final String code;
        private int depth;

        Bounded(Parser events, SourceFile file, String code) {
            this.events = events;
            this.file = file;
            this.code = code;
        }

        @Override
        public boolean checkEvent(Event.ID id) {
            return events.checkEvent(id);
        }

        @Override
        public Event peekEvent() {
            return events.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return events.hasNext();
        }

        @Override
        public Event next() {
            Event event = events.next();
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw Fields.bad(
                        code, file.path(), event.getStartMark(), "Nested too deeply", "Nothing here has such depth.");
            }
            return event;
        }
    }
}
