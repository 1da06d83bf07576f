package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files under a root that people wrote. Only names are looked at to find them; a file is opened when it is asked for, once.
 * Thread-safe. Nothing outside of the root is read, whatever links say.
 */
public final class ProjectTree implements ProjectFiles {
    private static final Set<String> SCRIPT_FOLDERS =
            Set.of("bin", "sbin", "script", "scripts", ".husky", "hooks", ".githooks", ".hooks", "ci", ".ci", "tools");

    private static final int SHEBANG_LENGTH = 256;
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path root;
    private final Limits limits;
    private final Set<String> paths;
    private final Set<String> folders;
    private final Set<String> links;
    private final Map<String, List<String>> endings = new ConcurrentHashMap<>();
    private final Map<String, Optional<SourceFile>> read = new ConcurrentHashMap<>();

    /**
     * @param includes patterns of what is looked at; empty = everything
     * @param excludes patterns of what is not, beside .gitignore and what is always left out
     * @param maxBytes a larger file is not read
     * @param maxManifestBytes the same for package.json and the like, which generators can make large
     */
    public record Limits(List<String> includes, List<String> excludes, long maxBytes, long maxManifestBytes) {
        public static final Limits DEFAULT = new Limits(List.of(), List.of(), 1L << 20, 10L << 20);

        public Limits {
            includes = List.copyOf(includes);
            excludes = List.copyOf(excludes);
        }
    }

    private ProjectTree(Path root, Limits limits, TreeWalk.Found found) {
        this.root = root;
        this.limits = limits;
        this.paths = Collections.unmodifiableSet(found.paths());
        this.folders = found.folders();
        this.links = found.links();
    }

    /** @throws IOException if the root itself cannot be read; what cannot be read below it is not there */
    public static ProjectTree of(Path root, Limits limits) throws IOException {
        Path real = root.toRealPath();
        return new ProjectTree(real, limits, new TreeWalk(real, limits).found());
    }

    @Override
    public Set<String> paths() {
        return paths;
    }

    @Override
    public List<String> endingIn(String ending) {
        List<String> known = endings.get(ending);
        if (known == null) {
            known = ProjectFiles.super.endingIn(ending);
            endings.put(ending, known);
        }
        return known;
    }

    @Override
    public boolean isFolder(String path) {
        return folders.contains(path);
    }

    @Override
    public Optional<SourceFile> read(String path) {
        return paths.contains(path) ? read.computeIfAbsent(path, this::open) : Optional.empty();
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        if (read.containsKey(path)) {
            return ProjectFiles.super.bytes(path);
        }
        if (!paths.contains(path)) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = raw(path);
        return bytes.isPresent() && FileText.isUtf16(bytes.get()) ? ProjectFiles.super.bytes(path) : bytes;
    }

    @Override
    public Optional<SourceFile> read(String path, byte[] bytes) {
        Optional<SourceFile> known = read.get(path);
        if (known != null) {
            return known;
        }
        Optional<SourceFile> file = source(path, bytes);
        read.put(path, file);
        return file;
    }

    @Override
    public Optional<String> shebang(String path) {
        if (!paths.contains(path)) {
            return Optional.empty();
        }
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        boolean likely = SCRIPT_FOLDERS.contains(folder.substring(folder.lastIndexOf('/') + 1));
        Optional<Path> file = inside(path);
        if (file.isEmpty() || !likely && !Files.isExecutable(file.get())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.get(), LinkOption.NOFOLLOW_LINKS)) {
            String head = FileText.decode(in.readNBytes(SHEBANG_LENGTH)).orElse("");
            return head.startsWith("#!") ? head.lines().findFirst() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<SourceFile> open(String path) {
        Optional<byte[]> bytes = raw(path);
        return bytes.isPresent() ? source(path, bytes.get()) : Optional.empty();
    }

    private static Optional<SourceFile> source(String path, byte[] bytes) {
        Optional<String> text = FileText.decode(bytes);
        return text.isPresent() ? Optional.of(new SourceFile(path, text.get())) : Optional.empty();
    }

    private Optional<byte[]> raw(String path) {
        boolean manifest = path.endsWith(".json") || path.endsWith("pom.xml");
        long limit = manifest ? limits.maxManifestBytes() : limits.maxBytes();
        Optional<Path> file = inside(path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file.get(), READ)) {
            return bytes(channel, limit);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty when there are more than the limit. */
    private static Optional<byte[]> bytes(SeekableByteChannel channel, long limit) throws IOException {
        long size = channel.size();
        if (size > limit) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // As long as it is being read, it can shrink; what it grows by is not read.
        }
        return Optional.of(bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array());
    }

    /** The real file behind a path, if it is a regular one and in the root. The walk has followed no link to a folder. */
    private Optional<Path> inside(String path) {
        try {
            if (!links.contains(path)) {
                return Optional.of(root.resolve(path));
            }
            Path file = root.resolve(path).toRealPath();
            return file.startsWith(root) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
