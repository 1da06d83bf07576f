package io.github.migratemaven.liquibase;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Looks paths up where {@link ProjectResources} does, and in the same order, without anything of Liquibase's. The rules are
 * those of its AbstractPathResourceAccessor and ClassLoaderResourceAccessor; whether they agree is checked for every single
 * path when a seal is made.
 */
final class SourcePlaces {
    private final List<Path> roots;
    /** Then what a plain path adds to one needs no normalising. */
    private final boolean normalRoots;

    private final Path base;
    /** The project's own class path; null where it cannot be told from the program's. */
    private final URLClassLoader project;

    private final ClassLoader program;

    SourcePlaces(ChangelogRequest request) {
        roots = new ArrayList<>();
        boolean normal = true;
        for (Path given : request.roots()) {
            if (Files.isDirectory(given)) {
                Path root = given.normalize().toAbsolutePath();
                normal &= root.equals(root.normalize());
                roots.add(root);
            }
        }
        normalRoots = normal;
        base = request.base().toAbsolutePath().normalize();
        boolean own = request.classes() instanceof URLClassLoader;
        project = own ? (URLClassLoader) request.classes() : null;
        program = own ? request.classes().getParent() : request.classes();
    }

    /** What stands at a path. */
    sealed interface Found {
        /** @param location as it is shown to a person: relative to the project where it lies in it */
        record InFile(Path file, String location) implements Found {}

        /** In a jar of the project's dependencies. */
        record InJar(URL url) implements Found {}

        /** Part of this program. */
        record InProgram() implements Found {}

        record Nowhere() implements Found {}
    }

    /** The places cannot be looked through as Liquibase does. */
    static final class Doubt extends Exception {
        private static final long serialVersionUID = 1L;

        Doubt(String why) {
            super(why);
        }
    }

    Found find(String path) throws Doubt {
        for (Path root : roots) {
            Path file = resolve(root, path);
            if (file != null && Files.exists(file)) {
                boolean normal = normalRoots && isPlain(path);
                return inFile(normal ? file : file.toAbsolutePath().normalize());
            }
        }
        String name = withoutSlash(path.replace("\\", "/"));
        if (program.getResource(name) != null) {
            return new Found.InProgram();
        }
        URL url = project == null ? null : project.findResource(name);
        if (url == null) {
            return new Found.Nowhere();
        }
        return url.getProtocol().equals("file")
                ? inFile(Path.of(uri(url)).toAbsolutePath().normalize())
                : new Found.InJar(url);
    }

    private static String withoutSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static Path resolve(Path root, String path) {
        if (isPlain(path)) {
            return root.resolve(path);
        }
        try {
            String name = new File(path)
                    .toPath()
                    .normalize()
                    .toString()
                    .replace("\\", "/")
                    .replaceFirst("^/", "")
                    .replaceFirst("^\\w:/", "");
            return root.resolve(name).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Names of letters and digits, slashes between them: nothing to normalise. Thousands are looked up. */
    private static boolean isPlain(String path) {
        char before = '/';
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            if (!plain && (before == '/' || c != '/' && c != '.')) {
                return false;
            }
            before = c;
        }
        return !path.isEmpty();
    }

    /** @param normal absolute and normal */
    Found.InFile inFile(Path normal) {
        String full = normal.toString();
        String above = base.toString();
        boolean inside = full.startsWith(above)
                && full.length() > above.length()
                && full.charAt(above.length()) == File.separatorChar;
        String shown = inside ? full.substring(above.length() + 1) : full;
        return new Found.InFile(normal, shown.replace('\\', '/'));
    }

    private static URI uri(URL url) throws Doubt {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new Doubt(url + " is no address");
        }
    }

    static byte[] content(Found found) throws IOException {
        if (found instanceof Found.InFile in) {
            // Half the work of Files.readAllBytes, which opens a channel: there are thousands of small files.
            try (InputStream stream = new FileInputStream(in.file.toFile())) {
                return stream.readAllBytes();
            }
        }
        if (found instanceof Found.InJar in) {
            URLConnection connection = in.url.openConnection();
            connection.setUseCaches(false);
            try (InputStream stream = connection.getInputStream()) {
                return stream.readAllBytes();
            }
        }
        return new byte[0];
    }

    /**
     * The files of a folder.
     *
     * @param paths in order, each once, whatever place it comes from
     * @param root the only one that has the folder, so that all of them lie in it; null where that is not certain
     */
    record Listed(List<String> paths, Path root) {}

    Listed list(Listing wanted) throws Doubt, IOException {
        String start = withoutSlash(
                wanted.path().startsWith("file:/") ? wanted.path().replaceFirst("^file:/+", "") : wanted.path());
        List<Path> all = new ArrayList<>(roots);
        if (project != null) {
            for (URL url : Collections.list(project.findResources(wanted.path()))) {
                if (!url.getProtocol().equals("file")) {
                    throw new Doubt(wanted.path() + " is a folder in a jar, too");
                }
            }
            for (URL url : project.getURLs()) {
                if (url.getProtocol().equals("file") && Files.isDirectory(Path.of(uri(url)))) {
                    all.add(Path.of(uri(url)).toAbsolutePath().normalize());
                }
            }
        }
        List<String> paths = new ArrayList<>();
        List<Path> having = new ArrayList<>();
        for (Path root : all) {
            Path folder = root.resolve(start);
            if (Files.isDirectory(folder)) {
                having.add(root);
                new FolderListing(wanted, paths).add(root, folder);
            } else if (Files.exists(folder)) {
                throw new Doubt(wanted.path() + " is no folder");
            }
        }
        boolean one = having.size() == 1 && normalRoots && roots.contains(having.get(0)) && isPlain(start);
        paths.sort(null);
        List<String> once = having.size() > 1 ? new ArrayList<>(new LinkedHashSet<>(paths)) : paths;
        return new Listed(once, one ? having.get(0) : null);
    }

    /** A search, as Liquibase describes it. */
    record Listing(String path, int minDepth, int maxDepth, String ending) implements Comparable<Listing> {
        @Override
        public int compareTo(Listing other) {
            return toString().compareTo(other.toString());
        }

        /** Part of each digest. Written out: what the JDK makes for a record costs more than reading a hundred files. */
        @Override
        public String toString() {
            return path + "\n" + minDepth + "\n" + maxDepth + "\n" + ending;
        }
    }
}
