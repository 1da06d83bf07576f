package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Clue;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.files.WordSearch;
import io.github.migratemaven.scan.files.WorkThreads;
import io.github.migratemaven.scan.shell.ShellReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a project's files, several at a time. To understand a file costs a hundred times what it costs to look for words in its
 * bytes: so those in which nothing banned can stand are left closed until something banned is found that they may call.
 */
final class ProjectReading {
    private final ProjectFiles project;
    private final ShellReader shell;
    /** In the order of paths, as is {@link #contents}. */
    private final List<String> paths;

    private final Candidates candidates;
    private final FileContent[] contents;
    /** What a file that is not understood yet can do. */
    private final Closed[] closed;

    private enum Closed {
        CALL,
        BE_CALLED
    }

    private final boolean evenWithoutWords;
    private final ClueSearch clues;

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
        this.candidates = new Candidates(extractors);
        paths = List.copyOf(project.paths());
        contents = new FileContent[paths.size()];
        closed = new Closed[paths.size()];
    }

    /** What is understood so far, in the order of paths. */
    List<FileContent> contents() {
        return Stream.of(contents).filter(Objects::nonNull).toList();
    }

    /** How many files were looked into. */
    int files() {
        return (int) IntStream.range(0, contents.length)
                .filter(i -> closed[i] != null || contents[i] != null)
                .count();
    }

    /** Reads all files in which something banned may stand, and those that say what others run. */
    void open() {
        each(i -> true, i -> {
            if (mayTell(i)) {
                contents[i] = read(i);
            }
        });
    }

    /**
     * Reads the files that may call something.
     *
     * @return whether there were any
     */
    boolean open(CallNames names) {
        boolean[] opened = new boolean[closed.length];
        each(i -> closed[i] != null, i -> {
            String path = paths.get(i);
            opened[i] = names.hasFile(path)
                    || closed[i] == Closed.CALL
                            && project.bytes(path).filter(names::mayBeIn).isPresent();
            if (opened[i]) {
                contents[i] = read(i);
                closed[i] = null;
            }
        });
        return IntStream.range(0, opened.length).anyMatch(i -> opened[i]);
    }

    private void each(IntPredicate wanted, IntConsumer work) {
        WorkThreads.run(() ->
                IntStream.range(0, contents.length).parallel().filter(wanted).forEach(work));
    }

    /** Whether a file must be read; one that need not be is {@link #closed} if others may call it. */
    private boolean mayTell(int file) {
        String path = paths.get(file);
        List<Extractor> callers = new ArrayList<>(1);
        for (Extractor reader : candidates.of(path)) {
            Set<String> words = reader.words();
            if (!words.isEmpty()) {
                if (evenWithoutWords || project.mentions(path, words)) {
                    return true;
                }
            } else if (reader.extent() == Extractor.Extent.PROJECT) {
                return true;
            } else {
                callers.add(reader);
            }
        }
        Optional<byte[]> bytes = callers.isEmpty() ? Optional.empty() : project.bytes(path);
        if (bytes.isEmpty()) {
            return false;
        }
        callers.removeIf(reader -> !reader.runs(bytes.get()));
        for (Extractor reader : callers) {
            if (clues.mayBeIn(bytes.get(), reader.extent() == Extractor.Extent.LINE)) {
                return true;
            }
        }
        closed[file] = callers.isEmpty() ? Closed.BE_CALLED : Closed.CALL;
        return false;
    }

    private FileContent read(int file) {
        String path = paths.get(file);
        return FileContent.of(path, candidates.of(path), project, shell).orElse(null);
    }

    /** Tells by its bytes whether something banned may stand in a file. */
    private static final class ClueSearch {
        /** Of each clue, of each group: the numbers of its words. */
        private final List<List<BitSet>> clues = new ArrayList<>();

        private final WordSearch words;

        ClueSearch(Collection<Clue> all) {
            words = new WordSearch(all.stream()
                    .flatMap(clue -> clue.groups().stream())
                    .flatMap(Set::stream)
                    .toList());
            for (Clue clue : all) {
                List<BitSet> groups = new ArrayList<>();
                for (Set<String> group : clue.groups()) {
                    BitSet numbers = new BitSet();
                    group.forEach(word -> words.number(word).ifPresent(numbers::set));
                    groups.add(numbers);
                }
                clues.add(groups);
            }
        }

        boolean mayBeIn(byte[] bytes, boolean lines) {
            return words.anyPart(bytes, lines, this::isClue);
        }

        private boolean isClue(BitSet found) {
            for (List<BitSet> groups : clues) {
                if (all(groups, found)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean all(List<BitSet> groups, BitSet found) {
            for (BitSet group : groups) {
                if (!group.intersects(found)) {
                    return false;
                }
            }
            return true;
        }
    }
}
