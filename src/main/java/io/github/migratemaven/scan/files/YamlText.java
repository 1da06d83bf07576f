package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML, each scalar with the place of each of its characters. What stands before an error is there, what follows is not.
 * Nesting, number of values and what aliases may multiply to are bounded.
 */
public final class YamlText {
    private final YamlScalars scalars;
    private final SourceFile file;
    private final NodeBuilder nodes = new NodeBuilder();
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private final Deque<Opened> opened = new ArrayDeque<>();
    /** Values so far, those behind an alias counted again each time: what a reader of the result may have to walk. */
    private int count;

    private record Anchored(Node node, int size) {}

    /** @param countBefore the values that were read before the collection began */
    private record Opened(Optional<Anchor> anchor, int countBefore) {}

    private YamlText(SourceFile file) {
        this.file = file;
        this.scalars = new YamlScalars(file);
    }

    /** The file's documents. */
    public static List<Node> read(SourceFile file) {
        YamlText text = new YamlText(file);
        String content = text.scalars.readable();
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(content.length() + 1)
                .build();
        try {
            for (Event event : new Parse(settings).parseString(content)) {
                if (!text.take(event)) {
                    break;
                }
            }
        } catch (YamlEngineException | IndexOutOfBoundsException e) {
            // What came before the error counts.
        }
        return List.copyOf(text.nodes.roots());
    }

    /** The file's first document. */
    public static Optional<Node> readFirst(SourceFile file) {
        return read(file).stream().findFirst();
    }

    /** @return whether to go on */
    private boolean take(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> anchors.clear();
            case MappingStart, SequenceStart -> {
                CollectionStartEvent start = (CollectionStartEvent) event;
                opened.push(new Opened(start.getAnchor(), count++));
                nodes.begin(
                        event.getEventId() == Event.ID.MappingStart,
                        scalars.start(event),
                        start.getTag().orElse(""));
            }
            case MappingEnd, SequenceEnd -> {
                Node node = nodes.end();
                Opened begin = opened.pop();
                if (begin.anchor().isPresent()) {
                    anchors.put(begin.anchor().get(), new Anchored(node, count - begin.countBefore()));
                }
            }
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            default -> {
                // Comments are off; the rest carries nothing.
            }
        }
        return count < JsonText.MAX_NODES && nodes.depth() < JsonText.MAX_DEPTH;
    }

    private void scalar(ScalarEvent event) {
        count++;
        Node node = new Node.Scalar(
                scalars.source(event),
                event.getScalarStyle() != ScalarStyle.PLAIN,
                scalars.start(event),
                event.getTag().orElse(""));
        nodes.value(node);
        if (event.getAnchor().isPresent()) {
            anchors.put(event.getAnchor().get(), new Anchored(node, 1));
        }
    }

    private void alias(AliasEvent event) {
        int start = scalars.start(event);
        Anchored anchored = anchors.getOrDefault(
                event.getAlias(), new Anchored(new Node.Scalar(Source.slice(file, start, start), false, start, ""), 1));
        count += anchored.size();
        if (count < JsonText.MAX_NODES) {
            nodes.value(anchored.node());
        }
    }
}
