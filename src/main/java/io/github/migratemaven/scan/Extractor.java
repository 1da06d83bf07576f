package io.github.migratemaven.scan;

import java.util.Set;

/**
 * Reads one kind of file. Stateless and thread-safe. Never throws for a file's content: what it cannot read is nothing, and
 * hostile input costs bounded time and memory.
 */
public interface Extractor {
    /** Whether a file is of this kind, by its path alone (relative to the root, with {@code /}); must be cheap. */
    boolean accepts(String path);

    /**
     * Ends, in lower case, one of which the name of each accepted file has in some spelling: {@code .yml}, {@code package.json}; one
     * without a dot is a whole name. None = any name but a program's: who reads {@code .ts} must say so. For whoever asks many
     * extractors about many files.
     */
    default Set<String> endings() {
        return Set.of();
    }

    /**
     * Of an extractor that names programs' {@link #endings}: words in small letters, one of which is in the name of each program that
     * it accepts, in any spelling. None = any name. With this a repository's many programs are passed over.
     */
    default Set<String> nameWords() {
        return Set.of();
    }

    /** As {@link #nameWords}, for the path of the folder that a program is in; programs in the root are always asked about. */
    default Set<String> folderWords() {
        return Set.of();
    }

    /** Texts, one of which a file must hold to be worth reading; none = every accepted file is. */
    default Set<String> words() {
        return Set.of();
    }

    /** How far apart what makes up one command may stand. */
    enum Extent {
        /** Variables, includes or goals come from elsewhere. */
        PROJECT,
        FILE,
        LINE
    }

    /**
     * Within which a {@link Clue} is found where a file of this kind runs something banned. Where that is not the project, a file
     * without any matters only as a caller of others.
     */
    default Extent extent() {
        return Extent.PROJECT;
    }

    /** Whether a file of these bytes (in UTF-8 or the like) can run or call anything at all; must be cheap. */
    default boolean runs(byte[] bytes) {
        return true;
    }

    /** @param project what else is there, for names that lead elsewhere */
    Extract extract(SourceFile file, ProjectFiles project);
}
