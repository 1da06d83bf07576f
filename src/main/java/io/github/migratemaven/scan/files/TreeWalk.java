package io.github.migratemaven.scan.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Walks a root once. A link to a file in the root stands for that file; a link to a folder is not followed: what it leads to is
 * walked where it is, or is not in the root.
 */
final class TreeWalk {
    /** Deeper folders are a loop of mounts or an attack, not a project. */
    private static final int MAX_DEPTH = 100;

    private final Path root;
    private final List<Glob> includes;
    private final List<Glob> excludes;
    private final long maxIgnoreBytes;
    private final Set<String> found = new TreeSet<>();

    TreeWalk(Path root, ProjectTree.Limits limits) {
        this.root = root;
        this.includes = limits.includes().stream().map(Glob::new).toList();
        this.excludes = limits.excludes().stream().map(Glob::new).toList();
        this.maxIgnoreBytes = limits.maxBytes();
    }

    Set<String> paths() throws IOException {
        TreeMap<String, BasicFileAttributes> children = list(root);
        folder(root, "", children, List.of(), 0);
        return found;
    }

    private void folder(
            Path folder,
            String path,
            TreeMap<String, BasicFileAttributes> children,
            List<IgnoreFile> above,
            int depth) {
        List<IgnoreFile> ignores = above;
        if (children.containsKey(".gitignore") && children.get(".gitignore").isRegularFile()) {
            ignores = new ArrayList<>(above);
            ignores.add(new IgnoreFile(path, text(folder.resolve(".gitignore"))));
        }
        for (var child : children.entrySet()) {
            String name = child.getKey();
            String childPath = path.isEmpty() ? name : path + "/" + name;
            boolean isFolder = child.getValue().isDirectory();
            if (ignored(ignores, childPath, isFolder) || excludes.stream().anyMatch(g -> g.matches(childPath))) {
                continue;
            }
            if (isFolder) {
                subfolder(folder.resolve(name), childPath, children.keySet(), ignores, depth);
            } else if (!LeftOut.file(name)
                    && (includes.isEmpty() || includes.stream().anyMatch(g -> g.matches(childPath)))
                    && isFile(folder.resolve(name), child.getValue())) {
                found.add(childPath);
            }
        }
    }

    private void subfolder(Path folder, String path, Set<String> beside, List<IgnoreFile> ignores, int depth) {
        String name = folder.getFileName().toString();
        boolean byContent = LeftOut.decidesByContent(name);
        if (depth >= MAX_DEPTH || !byContent && LeftOut.folder(name, beside, Set.of())) {
            return;
        }
        try {
            TreeMap<String, BasicFileAttributes> children = list(folder);
            if (!byContent || !LeftOut.folder(name, beside, new HashSet<>(children.keySet()))) {
                folder(folder, path, children, ignores, depth + 1);
            }
        } catch (IOException e) {
            // A folder that may not be read holds nothing for us.
        }
    }

    private boolean isFile(Path file, BasicFileAttributes attributes) {
        if (!attributes.isSymbolicLink()) {
            return attributes.isRegularFile();
        }
        try {
            Path real = file.toRealPath();
            return real.startsWith(root) && Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ignored(List<IgnoreFile> ignores, String path, boolean isFolder) {
        for (int i = ignores.size() - 1; i >= 0; i--) {
            Optional<Boolean> said = ignores.get(i).ignores(path, isFolder);
            if (said.isPresent()) {
                return said.get();
            }
        }
        return false;
    }

    private String text(Path file) {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return FileText.decode(in.readNBytes((int) Math.min(maxIgnoreBytes, Integer.MAX_VALUE - 8)))
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static TreeMap<String, BasicFileAttributes> list(Path folder) throws IOException {
        TreeMap<String, BasicFileAttributes> children = new TreeMap<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path child : stream) {
                Optional<BasicFileAttributes> attributes = attributes(child);
                attributes.ifPresent(a -> children.put(child.getFileName().toString(), a));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return children;
    }

    private static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
