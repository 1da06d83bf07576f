package io.github.migratemaven.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of a folder, in one order whatever the file system says. */
final class FolderFiles {
    private FolderFiles() {}

    /** All files in it and its sub-folders; none where there is no such folder. */
    static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw Script.unreadable(folder.toString(), e);
        }
    }

    /** Its sub-folders. */
    static List<Path> folders(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw Script.unreadable(folder.toString(), e);
        }
    }
}
