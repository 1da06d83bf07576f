package io.github.migratemaven.liquibase;

import io.github.migratemaven.liquibase.SourcePlaces.Doubt;
import io.github.migratemaven.liquibase.SourcePlaces.Listing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Walks a folder by names: half the work of a walk by paths and attributes, where there are thousands of files. */
final class FolderListing {
    private final Listing wanted;
    private final String ending;
    private final List<String> paths;
    /** Real paths of the folders on the way down, so that a link back to one of them is seen. */
    private final Set<Path> above = new HashSet<>();

    /** @param paths gets what is found, in no order */
    FolderListing(Listing wanted, List<String> paths) {
        this.wanted = wanted;
        this.ending = wanted.ending().toLowerCase(Locale.getDefault());
        this.paths = paths;
    }

    /**
     * @param root which paths are relative to
     * @throws Doubt at what is neither file nor folder, a name that cannot be read among it, and where links go round
     */
    void add(Path root, Path folder) throws Doubt, IOException {
        String start = root.relativize(folder).normalize().toString().replace('\\', '/');
        add(folder.toFile(), start.isEmpty() ? "" : start + "/", 1);
    }

    private void add(File folder, String prefix, int depth) throws Doubt, IOException {
        String[] names = folder.list();
        if (names == null) {
            throw new IOException(folder + " cannot be read");
        }
        Path real = folder.toPath().toRealPath();
        if (!above.add(real)) {
            throw new Doubt(folder + " leads back to where it is");
        }
        for (String name : names) {
            File file = new File(folder, name);
            String path = prefix + (name.indexOf('\\') < 0 ? name : name.replace('\\', '/'));
            if (file.isFile()) {
                if (depth >= wanted.minDepth() && isWanted(path)) {
                    paths.add(path);
                }
            } else if (!file.isDirectory()) {
                throw new Doubt(file + " is neither file nor folder");
            } else if (depth < wanted.maxDepth()) {
                add(file, path + "/", depth + 1);
            }
        }
        above.remove(real);
    }

    private boolean isWanted(String path) {
        return ending.isEmpty() || path.toLowerCase(Locale.getDefault()).endsWith(ending);
    }
}
