package io.github.migratemaven.liquibase;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final List<ResourceAccessor> places = new ArrayList<>();
    private String lastRead;

    ProjectResources(List<Path> roots, ClassLoader classes) throws FileNotFoundException {
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                places.add(new DirectoryResourceAccessor(root));
            }
        }
        places.add(new ClassLoaderResourceAccessor(classes));
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        for (ResourceAccessor place : places) {
            List<Resource> found = place.getAll(path);
            if (found != null && !found.isEmpty()) {
                lastRead = path;
                return List.of(found.get(0));
            }
        }
        return List.of();
    }

    /** The file that was asked for last: where a parser stands when it fails without naming one. */
    Optional<String> lastRead() {
        return Optional.ofNullable(lastRead);
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
        return List.copyOf(byPath.values());
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
    }
}
