package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.files.ProjectPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which project path an image's path has come from, as far as one stage's {@code COPY} and {@code ADD} say. */
final class ImagePaths {
    private static final List<String> PROGRAM_FOLDERS =
            List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin");

    /** More than any Dockerfile has; bounds what a hostile one can cost. */
    private static final int MAX_COPIES = 200;

    private final String context;
    private final ProjectFiles project;
    private final List<Copy> copies = new ArrayList<>();
    /** Whether a path is a folder of the project: asked again and again. */
    private final Map<String, Boolean> folders;

    /** @param image absolute path in the image, @param project what stands there, relative to the root */
    private record Copy(String image, String project) {}

    ImagePaths(String context, ProjectFiles project) {
        this(context, project, new HashMap<>());
    }

    /** Of a stage that the file does not have: nothing is known. */
    ImagePaths unknown() {
        return new ImagePaths(context, project, folders);
    }

    private ImagePaths(String context, ProjectFiles project, Map<String, Boolean> folders) {
        this.context = context;
        this.project = project;
        this.folders = folders;
    }

    /** A later stage begins with what its base has. */
    ImagePaths inherit() {
        ImagePaths next = new ImagePaths(context, project, folders);
        next.copies.addAll(copies);
        return next;
    }

    /**
     * @param from where the source path is looked up: a stage, or null for the build context
     * @param target as written, absolute or below the working folder
     */
    void copy(ImagePaths from, String source, String target, String workingFolder, boolean several) {
        Optional<String> path = from == null
                ? inContext(source)
                : from.find(absolute("/", source)).or(() -> bySuffix(source));
        if (path.isEmpty() || copies.size() >= MAX_COPIES) {
            return;
        }
        String image = absolute(workingFolder, target);
        boolean file = project.paths().contains(path.get());
        boolean intoFolder = several || target.endsWith("/") || target.endsWith("/.") || target.equals(".");
        copies.add(new Copy(file && intoFolder ? absolute(image, ProjectPath.name(path.get())) : image, path.get()));
    }

    /** A folder or file of the project that a container is started with. */
    void mount(String path, String image) {
        if (copies.size() < MAX_COPIES) {
            copies.add(new Copy(absolute("/", image), path));
        }
    }

    private Optional<String> inContext(String source) {
        return ProjectPath.resolve(context, source.startsWith("/") ? source.substring(1) : source)
                .filter(this::exists);
    }

    /** Of a stage that is not in this file we know only how its files are usually called. */
    private Optional<String> bySuffix(String source) {
        String rest = source;
        for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
            rest = rest.substring(slash + 1);
            Optional<String> path = ProjectPath.resolve(context, rest)
                    .filter(p -> project.paths().contains(p));
            if (path.isPresent()) {
                return path;
            }
        }
        return Optional.empty();
    }

    /** What stands at an absolute path of the image; a file or a folder of the project. */
    Optional<String> find(String image) {
        for (int i = copies.size() - 1; i >= 0; i--) {
            Copy copy = copies.get(i);
            Optional<String> rest = below(copy.image(), image);
            if (rest.isPresent()) {
                Optional<String> path =
                        ProjectPath.resolve(copy.project(), rest.get()).filter(this::exists);
                if (path.isPresent()) {
                    return path;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The project's file behind a path as a command writes it.
     *
     * @param program whether it stands where a program's name does, so that it is looked up in the folders of programs as well
     */
    Optional<String> file(String written, String workingFolder, boolean program) {
        Optional<String> path = find(absolute(workingFolder, written));
        if (path.isEmpty() && program && written.indexOf('/') < 0) {
            path = PROGRAM_FOLDERS.stream()
                    .flatMap(folder -> find(absolute(folder, written)).stream())
                    .findFirst();
        }
        return path.filter(p -> project.paths().contains(p));
    }

    /** The project folder that stands at a folder of the image; the build context when nothing better is known. */
    String folder(String image) {
        Optional<String> found = find(image).filter(path -> !project.paths().contains(path));
        if (found.isPresent()) {
            return found.get();
        }
        for (int i = copies.size() - 1; i >= 0; i--) {
            Copy copy = copies.get(i);
            if (ProjectPath.parent(copy.image()).equals(image)
                    && ProjectPath.name(copy.image()).equals("package.json")) {
                return ProjectPath.parent(copy.project());
            }
        }
        return context;
    }

    static String absolute(String folder, String path) {
        String joined = path.startsWith("/") || path.startsWith("$") ? path : folder + '/' + path;
        return ProjectPath.normalized(joined).map(p -> '/' + p).orElse(joined);
    }

    private static Optional<String> below(String folder, String path) {
        if (path.equals(folder)) {
            return Optional.of("");
        }
        String prefix = folder.endsWith("/") ? folder : folder + '/';
        return path.startsWith(prefix) ? Optional.of(path.substring(prefix.length())) : Optional.empty();
    }

    private boolean exists(String path) {
        return path.isEmpty() || project.paths().contains(path) || isFolder(path);
    }

    private boolean isFolder(String path) {
        return folders.computeIfAbsent(path, folder -> project.isFolder(folder));
    }
}
