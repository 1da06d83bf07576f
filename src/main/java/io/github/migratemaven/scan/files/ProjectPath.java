package io.github.migratemaven.scan.files;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Arithmetic of paths that are relative to the scanned root. */
public final class ProjectPath {
    private ProjectPath() {}

    /**
     * Without {@code .} and {@code ..} and outer slashes; the root is the empty string.
     *
     * @return empty when it leads out of the root or has an expansion in it
     */
    public static Optional<String> normalized(String path) {
        if (path.length() > 4096 || path.indexOf('$') >= 0 || path.indexOf('{') >= 0) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.replace('\\', '/').split("/")) {
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

    /** A path as seen from a folder; one that begins with {@code /} is seen from the root. */
    public static Optional<String> resolve(String folder, String path) {
        return normalized(path.startsWith("/") ? path : folder + '/' + path);
    }

    /** How a path of the root is written in a folder of the root: {@code ./x} or {@code ../x}. */
    public static String relative(String folder, String path) {
        String[] from = folder.isEmpty() ? new String[0] : folder.split("/");
        String[] to = path.split("/");
        int common = 0;
        while (common < from.length && common < to.length && from[common].equals(to[common])) {
            common++;
        }
        StringBuilder relative = new StringBuilder(common == from.length ? "./" : "../".repeat(from.length - common));
        for (int i = common; i < to.length; i++) {
            relative.append(to[i]).append(i + 1 < to.length ? "/" : "");
        }
        return relative.toString();
    }

    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
