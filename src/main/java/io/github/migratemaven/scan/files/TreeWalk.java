package io.github.migratemaven.scan.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Walks a root once, on several threads. A link to a file in the root stands for that file; a link to a folder is not followed:
 * what it leads to is walked where it is, or is not in the root.
 */
final class TreeWalk {
    /** Deeper folders are a loop of mounts or an attack, not a project. */
    private static final int MAX_DEPTH = 100;

    private final Path root;
    private final List<Glob> includes;
    private final List<Glob> excludes;
    private final long maxIgnoreBytes;
    private final Set<String> links = ConcurrentHashMap.newKeySet();

    /**
     * @param folders in which, or below which, a path is
     * @param links those of the paths that are symbolic links
     */
    record Found(Set<String> paths, Set<String> folders, Set<String> links) {}

    TreeWalk(Path root, ProjectTree.Limits limits) {
        this.root = root;
        this.includes = globs(limits.includes());
        this.excludes = globs(limits.excludes());
        this.maxIgnoreBytes = limits.maxBytes();
    }

    private static List<Glob> globs(List<String> patterns) {
        List<Glob> globs = new ArrayList<>();
        for (String pattern : patterns) {
            globs.add(new Glob(pattern));
        }
        return globs;
    }

    Found found() throws IOException {
        Children children = Children.of(root);
        Content content = content(root, "", children, List.of(), 0);
        WorkThreads.all(content.folders());
        Set<String> paths = new LinkedHashSet<>(2 * content.size());
        Set<String> folders = new HashSet<>();
        content.collect("", paths, folders);
        return new Found(paths, folders, Set.copyOf(links));
    }

    /**
     * What is in a folder.
     *
     * @param names in order, so that the order of paths is the same on every machine
     * @param attributes of each; null = it vanished, or may not be looked at
     */
    private record Children(String[] names, BasicFileAttributes[] attributes) {
        /** @throws IOException if the folder cannot be read */
        static Children of(Path folder) throws IOException {
            String[] names = folder.toFile().list();
            if (names == null) {
                throw new IOException("not readable");
            }
            Arrays.sort(names);
            BasicFileAttributes[] attributes = new BasicFileAttributes[names.length];
            for (int i = 0; i < names.length; i++) {
                attributes[i] = attributes(folder, names[i]);
            }
            return new Children(names, attributes);
        }

        private static BasicFileAttributes attributes(Path folder, String name) {
            try {
                return Files.readAttributes(folder.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException | InvalidPathException e) {
                // A name can be none in this JVM's encoding.
                return null;
            }
        }

        boolean hasFile(String name) {
            int at = Arrays.binarySearch(names, name);
            return at >= 0 && attributes[at] != null && attributes[at].isRegularFile();
        }

        Set<String> all() {
            return new HashSet<>(Arrays.asList(names));
        }
    }

    /** What is in a folder, in the order of names, so that the order of paths is the same on every machine. */
    private record Content(List<String> files, List<Subfolder> folders) {
        /** How many files are in it and below. */
        int size() {
            int size = files.size();
            for (Subfolder folder : folders) {
                size += folder.content.size();
            }
            return size;
        }

        void collect(String path, Set<String> paths, Set<String> withFiles) {
            int before = paths.size();
            paths.addAll(files);
            for (Subfolder folder : folders) {
                folder.content.collect(folder.path, paths, withFiles);
            }
            if (paths.size() > before) {
                withFiles.add(path);
            }
        }
    }

    private Content content(Path folder, String path, Children children, List<IgnoreFile> above, int depth) {
        List<IgnoreFile> ignores = above;
        if (children.hasFile(".gitignore")) {
            ignores = new ArrayList<>(above);
            ignores.add(new IgnoreFile(path, text(folder.resolve(".gitignore"))));
        }
        List<IgnoreFile> here = new ArrayList<>(ignores.size());
        for (IgnoreFile ignore : ignores) {
            here.add(ignore.within(path));
        }
        List<String> files = new ArrayList<>();
        List<Subfolder> subfolders = new ArrayList<>();
        for (int i = 0; i < children.names.length; i++) {
            String name = children.names[i];
            BasicFileAttributes attributes = children.attributes[i];
            if (attributes == null) {
                continue;
            }
            String childPath = path.isEmpty() ? name : path + "/" + name;
            boolean isFolder = attributes.isDirectory();
            if (ignored(here, childPath, name, isFolder) || matches(excludes, childPath)) {
                continue;
            }
            if (isFolder) {
                if (depth < MAX_DEPTH && (LeftOut.decidesByContent(name) || !LeftOut.always(name))) {
                    subfolders.add(new Subfolder(folder.resolve(name), childPath, children, ignores, depth + 1));
                }
            } else if (!LeftOut.file(name)
                    && (includes.isEmpty() || matches(includes, childPath))
                    && isFile(folder, childPath, attributes)) {
                files.add(childPath);
            }
        }
        return new Content(files, subfolders);
    }

    private boolean isFile(Path folder, String path, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink() && leadsToFile(folder.resolve(ProjectPath.name(path)))) {
            links.add(path);
            return true;
        }
        return attributes.isRegularFile();
    }

    /** A folder that is still to be walked; one task of the walk. */
    private final class Subfolder implements WorkThreads.Task {
        private final Path folder;
        private final String path;
        private final Children beside;
        private final List<IgnoreFile> ignores;
        private final int depth;
        private Content content = new Content(List.of(), List.of());

        Subfolder(Path folder, String path, Children beside, List<IgnoreFile> ignores, int depth) {
            this.folder = folder;
            this.path = path;
            this.beside = beside;
            this.ignores = ignores;
            this.depth = depth;
        }

        @Override
        public List<Subfolder> work() {
            String name = ProjectPath.name(path);
            try {
                Children children = Children.of(folder);
                if (!LeftOut.decidesByContent(name) || !LeftOut.folder(name, beside.all(), children.all())) {
                    content = content(folder, path, children, ignores, depth);
                }
            } catch (IOException e) {
                // A folder that may not be read holds nothing for us.
            }
            return content.folders();
        }
    }

    private boolean leadsToFile(Path link) {
        try {
            Path real = link.toRealPath();
            return real.startsWith(root) && Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean matches(List<Glob> globs, String path) {
        for (Glob glob : globs) {
            if (glob.matches(path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ignored(List<IgnoreFile> ignores, String path, String name, boolean isFolder) {
        for (int i = ignores.size() - 1; i >= 0; i--) {
            if (ignores.get(i).mayMatch(name)) {
                Optional<Boolean> said = ignores.get(i).ignores(path, name, isFolder);
                if (said.isPresent()) {
                    return said.get();
                }
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
}
