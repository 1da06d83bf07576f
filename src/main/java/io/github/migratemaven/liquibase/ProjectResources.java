package io.github.migratemaven.liquibase;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/**
 * Looks paths up in the project's folders, then on its class path. The first match wins: a file stands in
 * src/main/resources and, copied, in target/classes, which Liquibase's own composite takes for an error.
 */
@SuppressWarnings("try") // Liquibase's own close() may throw anything
final class ProjectResources extends AbstractResourceAccessor {
    private static final int LONGEST_TRAIL = 1000;

    private final List<ResourceAccessor> places = new ArrayList<>();
    private final ResourceAccessor everything;
    /** What was asked for, the latest first; enough to see a file come round again. */
    private final Deque<String> trail = new ArrayDeque<>();

    private final Map<String, String> substitutes = new HashMap<>();
    private final Set<String> admitted = new HashSet<>();
    private final SourceNotes notes;
    private Consumer<String> admission = path -> {};
    /** What was found while the changelog is parsed, when each file is asked for several times; null = look each time. */
    private Map<String, List<Resource>> found = new HashMap<>();
    /** What a search has found while the changelog is parsed: each of its files is asked for next. */
    private final Map<String, Resource> searched = new HashMap<>();

    ProjectResources(List<Path> roots, ClassLoader classes, SourceNotes notes) throws FileNotFoundException {
        this.notes = notes;
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                places.add(new DirectoryResourceAccessor(root));
            }
        }
        places.add(new ProjectClassPath(classes));
        everything = new ClassLoaderResourceAccessor(classes);
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        List<Resource> known = found == null ? null : found.get(path);
        if (known != null) {
            passed(path);
            return known;
        }
        Resource first = first(path);
        notes.lookedUp(path, first == null ? null : first.getUri());
        if (first == null) {
            return List.of();
        }
        passed(path);
        return resource(path, first);
    }

    private Resource first(String path) throws IOException {
        if (found != null && searched.containsKey(path)) {
            return searched.get(path);
        }
        for (ResourceAccessor place : places) {
            List<Resource> all = place.getAll(path);
            if (all != null && !all.isEmpty()) {
                return all.get(0);
            }
        }
        return null;
    }

    private List<Resource> resource(String path, Resource original) {
        String text = substitutes.get(path);
        if (text != null) {
            return List.of(new CutResource(original, text));
        }
        if (found == null) {
            return List.of(new NotedResource(path, original, notes, false));
        }
        return found.computeIfAbsent(path, p -> List.of(new NotedResource(p, original, notes, true)));
    }

    /** From now on files are looked for, and read, each time that they are asked for. */
    void parsed() {
        found = null;
    }

    /** @param check looks at each file once, before Liquibase does; refuses it with an exception */
    void admitBy(Consumer<String> check) {
        admission = check;
    }

    private void passed(String path) {
        if (!path.equals(trail.peekFirst())) {
            trail.addFirst(path);
            if (trail.size() > LONGEST_TRAIL) {
                trail.removeLast();
            }
        }
        if (admitted.add(path)) {
            admission.accept(path);
        }
    }

    /** From now on one of the files has another text: for a trial. */
    void substitute(String path, String text) {
        parsed();
        substitutes.put(path, text);
    }

    /** The files that were asked for, the latest first, as often as they were: where a parser stands when it fails. */
    List<String> trail() {
        return List.copyOf(trail);
    }

    @Override
    public List<Resource> search(String path, SearchOptions options) throws IOException {
        Map<String, Resource> byPath = new LinkedHashMap<>();
        for (ResourceAccessor place : places) {
            List<Resource> found = place.search(path, options);
            if (found != null) {
                found.forEach(resource -> byPath.putIfAbsent(resource.getPath(), resource));
            }
        }
        if (found != null) {
            searched.putAll(byPath);
        }
        if (byPath.isEmpty()) {
            List<Resource> found = everything.search(path, options);
            found.forEach(resource -> byPath.putIfAbsent(resource.getPath(), resource));
        }
        notes.listed(
                new SourcePlaces.Listing(
                        path,
                        options.getMinDepth(),
                        options.getMaxDepth(),
                        options.endsWithFilterIsSet() ? options.getEndsWithFilter() : ""),
                byPath.keySet());
        List<Resource> noted = new ArrayList<>();
        byPath.values().forEach(resource -> noted.add(new NotedResource(resource.getPath(), resource, notes, false)));
        return noted;
    }

    /** Still called by Liquibase itself. */
    @Override
    @Deprecated
    @SuppressWarnings("deprecation")
    public List<Resource> search(String path, boolean recursive) throws IOException {
        SearchOptions options = new SearchOptions();
        options.setRecursive(recursive);
        return search(path, options);
    }

    @Override
    public List<String> describeLocations() {
        List<String> locations = new ArrayList<>();
        places.forEach(place -> locations.addAll(place.describeLocations()));
        return locations;
    }

    @Override
    public void close() throws Exception {
        for (ResourceAccessor place : places) {
            place.close();
        }
        everything.close();
    }

    /**
     * The project's own folders and jars. For a search Liquibase's would open every jar of this plugin, too, those of Liquibase
     * and the driver: that is left to a search which finds nothing else.
     */
    private static final class ProjectClassPath extends ClassLoaderResourceAccessor {
        private final ClassLoader classes;

        ProjectClassPath(ClassLoader classes) {
            super(classes);
            this.classes = classes;
        }

        @Override
        protected void configureAdditionalResourceAccessors(ClassLoader loader) {
            if (loader == classes) {
                super.configureAdditionalResourceAccessors(loader);
            }
        }
    }
}
