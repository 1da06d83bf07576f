package io.github.migratemaven.scan.files;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths relative to the scanned root, with {@code /}; empty string = the root. */
final class Paths {
    private Paths() {}

    /** A path as written in a file that stands in {@code folder}; what leads out of the root stays at the root. */
    static String resolve(String folder, String written) {
        Deque<String> names = new ArrayDeque<>();
        String all = written.startsWith("/") ? written : folder + "/" + written;
        for (String name : all.replace('\\', '/').split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
