package io.github.migratemaven.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of the scanned root that may be read. */
public interface ProjectFiles {
    /** Paths relative to the root, with {@code /}. */
    Set<String> paths();

    /** Whether any of the files lies below a folder (relative to the root; empty string = the root). */
    default boolean isFolder(String path) {
        String prefix = path.isEmpty() ? "" : path + "/";
        for (String file : paths()) {
            if (file.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** The paths with an ending, in order; a project that is asked often looks once. */
    default List<String> endingIn(String ending) {
        List<String> found = new ArrayList<>();
        for (String path : paths()) {
            if (path.endsWith(ending)) {
                found.add(path);
            }
        }
        return found;
    }

    /** The file's text; empty when it is not there, too large, binary, or outside the root. */
    Optional<SourceFile> read(String path);

    /** The file's text in an encoding that has ASCII as it is; empty as for {@link #read}. Cheaper than that. */
    default Optional<byte[]> bytes(String path) {
        Optional<SourceFile> file = read(path);
        return file.isPresent() ? Optional.of(file.get().text().getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** The text of a file whose {@link #bytes} these are. */
    default Optional<SourceFile> read(String path, byte[] bytes) {
        return read(path);
    }

    /**
     * The first line of a file that may be a script without an extension: {@code #!…}. Reads a few bytes, and only of a file that
     * is executable or in a folder where scripts stand ({@code bin}, {@code scripts}, {@code hooks}, …).
     */
    default Optional<String> shebang(String path) {
        return Optional.empty();
    }
}
