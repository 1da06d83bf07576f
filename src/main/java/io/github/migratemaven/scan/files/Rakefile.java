package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Tasks of a Rakefile or *.rake: {@code rake:NAMESPACE:TASK} with its prerequisites, the tasks that it invokes and the commands
 * that it hands to a shell. Ruby itself is not read: blocks are told by the words that open and close them.
 */
public final class Rakefile implements Extractor {
    private static final int MAX_DEPTH = 200;

    @Override
    public boolean accepts(String path) {
        String name = Paths.name(path).toLowerCase(Locale.ROOT);
        return name.equals("rakefile") || name.equals("rakefile.rb") || name.endsWith(".rake");
    }

    /** An open block: of a namespace, of a task, or any other. */
    private record Block(String namespace, Draft task, List<Body> parts) {}

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        Deque<Block> blocks = new ArrayDeque<>();
        String folder = folder(file, project);
        boolean comment = false;
        for (TextLine line : TextLine.all(file)) {
            String text = line.text().strip();
            comment = text.equals("=begin") || comment && !text.equals("=end");
            if (comment || text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (text.equals("__END__") || blocks.size() > MAX_DEPTH) {
                break;
            }
            line(file, folder, line, blocks, scripts);
        }
        while (!blocks.isEmpty()) {
            close(blocks, scripts);
        }
        return new Extract(scripts, List.of());
    }

    private static void line(SourceFile file, String folder, TextLine line, Deque<Block> blocks, List<Script> scripts) {
        String text = line.text().strip();
        if (RakeLine.closes(text)) {
            close(blocks, scripts);
            return;
        }
        RakeLine.Declaration declared = RakeLine.declaration(line);
        boolean opens = RakeLine.opens(text);
        if (declared == null) {
            List<Body> parts = parts(blocks);
            if (parts != null) {
                parts.addAll(RakeCalls.of(line));
            }
            if (opens) {
                blocks.push(new Block("", null, null));
            }
        } else if (declared.isNamespace()) {
            blocks.push(new Block(declared.name(), null, null));
        } else {
            String name = declared.isAbsolute() ? declared.name() : namespace(blocks) + declared.name();
            Draft draft = Draft.task(file, line.start() + line.indent(), "rake", name)
                    .withId(new ScriptId(Kind.TASK, folder, "rake:" + name))
                    .withFolder(folder)
                    .withEntry(EntryNames.task(name))
                    .withEvidence(EntryNames.evidence(name));
            List<Body> parts = new ArrayList<>();
            declared.prerequisites().forEach(p -> parts.add(Bodies.implied(file, p.offset(0), "rake", p.text())));
            if (opens) {
                blocks.push(new Block("", draft, parts));
            } else {
                parts.addAll(RakeCalls.of(line));
                scripts.add(draft.runs(Bodies.sequence(parts)));
            }
        }
    }

    /** Where rake is started: the nearest folder above with a Rakefile; without one, where Rails would have it. */
    private static String folder(SourceFile file, ProjectFiles project) {
        for (String folder = file.folder(); !folder.isEmpty(); folder = Paths.parent(folder)) {
            if (project.paths().contains(folder + "/Rakefile")) {
                return folder;
            }
        }
        int tasks = ("/" + file.folder() + "/").indexOf("/lib/tasks/");
        boolean atRoot = project.paths().contains("Rakefile") || tasks == 0;
        return atRoot ? "" : tasks < 0 ? file.folder() : file.folder().substring(0, tasks - 1);
    }

    private static void close(Deque<Block> blocks, List<Script> scripts) {
        Block block = blocks.poll();
        if (block != null && block.task() != null) {
            scripts.add(block.task().runs(Bodies.sequence(block.parts())));
        }
    }

    /** What the innermost open task runs, or null outside of tasks. */
    private static List<Body> parts(Deque<Block> blocks) {
        return blocks.stream()
                .filter(b -> b.task() != null)
                .findFirst()
                .map(Block::parts)
                .orElse(null);
    }

    private static String namespace(Deque<Block> blocks) {
        StringBuilder name = new StringBuilder();
        blocks.descendingIterator().forEachRemaining(block -> {
            if (!block.namespace().isEmpty()) {
                name.append(block.namespace()).append(':');
            }
        });
        return name.toString();
    }
}
