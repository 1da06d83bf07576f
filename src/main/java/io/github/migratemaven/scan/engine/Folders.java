package io.github.migratemaven.scan.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths relative to the scanned root, with {@code /}; the root itself is the empty string. */
final class Folders {
    private Folders() {}

    /** Empty above the root. */
    static Optional<String> parent(String folder) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        int slash = folder.lastIndexOf('/');
        return Optional.of(slash < 0 ? "" : folder.substring(0, slash));
    }

    /** Empty when it leads out of the root. */
    static Optional<String> resolve(String folder, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + path).split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
