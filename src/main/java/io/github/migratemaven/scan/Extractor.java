package io.github.migratemaven.scan;

import java.util.Set;

/**
 * Reads one kind of file. Stateless and thread-safe. Never throws for a file's content: what it cannot read is nothing, and
 * hostile input costs bounded time and memory.
 */
public interface Extractor {
    /** Whether a file is of this kind, by its path alone (relative to the root, with {@code /}); must be cheap. */
    boolean accepts(String path);

    /** Texts, one of which a file must hold to be worth reading; none = every accepted file is. */
    default Set<String> words() {
        return Set.of();
    }

    /** @param project what else is there, for names that lead elsewhere */
    Extract extract(SourceFile file, ProjectFiles project);
}
