package io.github.migratemaven.scan;

import java.util.Optional;
import java.util.Set;

/** The files of the scanned root that may be read. */
public interface ProjectFiles {
    /** Paths relative to the root, with {@code /}. */
    Set<String> paths();

    /** The file's text; empty when it is not there, too large, binary, or outside the root. */
    Optional<SourceFile> read(String path);
}
