package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Clue;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.WorkThreads;
import io.github.migratemaven.scan.shell.ShellReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads a project's files, several at a time. To understand a file costs a hundred times what it costs to look for words in its
 * bytes: so those in which nothing banned can stand are left closed until something banned is found that they may call.
 */
final class ProjectReading {
    /** To open a file again costs more than to look through it again. */
    private static final long MOST_KEPT = 32L << 20;

    private final ProjectFiles project;
    private final ShellReader shell;
    private final boolean evenWithoutWords;
    private final ClueSearch clues;
    /** Those that an extractor accepts, in the order of paths. */
    private final List<Readable> files = new ArrayList<>();

    private final AtomicLong kept = new AtomicLong();

    /** A file and what became of it. Used by one thread at a time. */
    private static final class Readable {
        private final String path;
        private final List<Extractor> readers;
        private State state = State.LEFT_OUT;
        private FileContent content;
        /** Of one that is to be opened, and of closed ones as long as there is room; null = they are read again. */
        private byte[] bytes;

        private Readable(String path, List<Extractor> readers) {
            this.path = path;
            this.readers = readers;
        }
    }

    private enum State {
        /** It cannot be read, or says nothing that counts. */
        LEFT_OUT,
        /** It can be called, but calls nothing. */
        CALLED_AT_MOST,
        /** It may call something. */
        CLOSED,
        OPEN
    }

    /**
     * @param evenWithoutWords whether a file without any of its extractors' words is read, too
     * @param clues of which one is in each file that something banned stands in
     */
    ProjectReading(
            ProjectFiles project,
            List<Extractor> extractors,
            ShellReader shell,
            boolean evenWithoutWords,
            Collection<Clue> clues) {
        this.project = project;
        this.shell = shell;
        this.evenWithoutWords = evenWithoutWords;
        this.clues = new ClueSearch(clues);
        accept(new Candidates(extractors));
    }

    private void accept(Candidates candidates) {
        List<String> paths = List.copyOf(project.paths());
        Readable[] accepted = new Readable[paths.size()];
        WorkThreads.rows(accepted.length, (begin, end) -> {
            Candidates.Folder folder = candidates.folder(paths.get(begin));
            for (int i = begin; i < end; i++) {
                String path = paths.get(i);
                folder = folder.holds(path) ? folder : candidates.folder(path);
                List<Extractor> readers = folder.of(path);
                if (!readers.isEmpty()) {
                    accepted[i] = new Readable(path, readers);
                }
            }
        });
        for (Readable file : accepted) {
            if (file != null) {
                files.add(file);
            }
        }
    }

    /** What is understood so far, in the order of paths. */
    List<FileContent> contents() {
        List<FileContent> contents = new ArrayList<>();
        for (Readable file : files) {
            if (file.content != null) {
                contents.add(file.content);
            }
        }
        return contents;
    }

    /** How many files were looked into. */
    int files() {
        int count = 0;
        for (Readable file : files) {
            count += file.state == State.LEFT_OUT ? 0 : 1;
        }
        return count;
    }

    /** Reads all files in which something banned may stand, and those that say what others run. */
    void open() {
        WorkThreads.rows(files.size(), (begin, end) -> {
            for (Readable file : files.subList(begin, end)) {
                file.state = firstLook(file);
                if (file.state == State.OPEN) {
                    read(file);
                }
            }
        });
    }

    /**
     * Reads the files that may call something.
     *
     * @return whether there were any
     */
    boolean open(CallNames names) {
        List<Readable> closed = new ArrayList<>();
        for (Readable file : files) {
            if (file.state == State.CLOSED || file.state == State.CALLED_AT_MOST) {
                closed.add(file);
            }
        }
        WorkThreads.rows(closed.size(), (begin, end) -> {
            for (Readable file : closed.subList(begin, end)) {
                if (names.hasFile(file.path) || file.state == State.CLOSED && mayCall(file, names)) {
                    file.state = State.OPEN;
                    read(file);
                }
            }
        });
        for (Readable file : closed) {
            if (file.state != State.CLOSED && file.state != State.CALLED_AT_MOST) {
                return true;
            }
        }
        return false;
    }

    private boolean mayCall(Readable file, CallNames names) {
        if (file.bytes != null) {
            return names.mayBeIn(file.bytes);
        }
        Optional<byte[]> bytes = project.bytes(file.path);
        return bytes.isPresent() && names.mayBeIn(bytes.get());
    }

    private State firstLook(Readable file) {
        for (Extractor reader : file.readers) {
            if (reader.extent() == Extractor.Extent.PROJECT && reader.words().isEmpty()) {
                return State.OPEN;
            }
        }
        Optional<byte[]> bytes = project.bytes(file.path);
        State state = bytes.isEmpty() ? State.LEFT_OUT : look(bytes.get(), file.readers);
        if (state == State.OPEN || state == State.CLOSED && kept.addAndGet(bytes.get().length) <= MOST_KEPT) {
            file.bytes = bytes.get();
        }
        return state;
    }

    private State look(byte[] bytes, List<Extractor> readers) {
        State state = State.LEFT_OUT;
        String text = "";
        for (Extractor reader : readers) {
            Set<String> words = reader.words();
            if (!words.isEmpty()) {
                // One byte a character: enough for ASCII, and the JDK searches such a string fastest.
                text = text.isEmpty() ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
                if (evenWithoutWords || holdsAny(text, words)) {
                    return State.OPEN;
                }
            } else if (reader.runs(bytes)) {
                if (clues.mayBeIn(bytes, reader.extent() == Extractor.Extent.LINE)) {
                    return State.OPEN;
                }
                state = State.CLOSED;
            } else if (state == State.LEFT_OUT) {
                state = State.CALLED_AT_MOST;
            }
        }
        return state;
    }

    private static boolean holdsAny(String text, Set<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private void read(Readable file) {
        Optional<SourceFile> source =
                file.bytes == null ? project.read(file.path) : project.read(file.path, file.bytes);
        file.bytes = null;
        if (source.isPresent()) {
            file.content = FileContent.of(source.get(), file.readers, project, shell);
        } else {
            file.state = State.LEFT_OUT;
        }
    }
}
