package io.github.migratemaven.liquibase;

import io.github.migratemaven.liquibase.SourcePlaces.Doubt;
import io.github.migratemaven.liquibase.SourcePlaces.Found;
import io.github.migratemaven.liquibase.SourcePlaces.Listing;
import io.github.migratemaven.port.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes down what Liquibase looks at while it reads a changelog, and makes a seal of it. */
final class SourceNotes {
    private final SortedMap<String, Boolean> paths = new TreeMap<>();
    /** Where each path was found; null = nowhere. */
    private final Map<String, URI> found = new HashMap<>();

    /** Marks, see {@link MarkDigest}. */
    private final Map<String, byte[]> contents = new HashMap<>();

    private final Map<Listing, SortedSet<String>> listings = new TreeMap<>();
    private final SortedSet<String> names = new TreeSet<>();
    private String doubt;
    private int news;

    SourceNotes copy() {
        SourceNotes copy = new SourceNotes();
        copy.paths.putAll(paths);
        copy.found.putAll(found);
        copy.contents.putAll(contents);
        listings.forEach((listing, files) -> copy.listings.put(listing, new TreeSet<>(files)));
        copy.names.addAll(names);
        copy.doubt = doubt;
        return copy;
    }

    /** Grows with everything new that is taken down. */
    int news() {
        return news;
    }

    /** @param uri null when there was nothing */
    void lookedUp(String path, URI uri) {
        news += paths.putIfAbsent(path, false) == null ? 1 : 0;
        if (found.containsKey(path) && !String.valueOf(found.get(path)).equals(String.valueOf(uri))) {
            doubt(path + " came and went");
        }
        found.put(path, uri);
    }

    void read(String path, URI uri, byte[] content) {
        lookedUp(path, uri);
        news += paths.put(path, true) ? 0 : 1;
        byte[] mark = MarkDigest.mark(content);
        byte[] before = contents.put(path, mark);
        if (before != null && !Arrays.equals(before, mark)) {
            doubt(path + " changed");
        }
    }

    void listed(Listing listing, Collection<String> files) {
        SortedSet<String> sorted = new TreeSet<>(files);
        SortedSet<String> before = listings.put(listing, sorted);
        news += before == null ? 1 : 0;
        if (before != null && !before.equals(sorted)) {
            doubt(listing.path() + " changed");
        }
    }

    void asked(String name) {
        news += names.add(name) ? 1 : 0;
        if (name.regionMatches(true, 0, "LIQUIBASE_", 0, 10)) {
            doubt("${" + name + "} is another in every run");
        }
    }

    /** @param why nothing of this changelog can be told from outside */
    void doubt(String why) {
        news += doubt == null ? 1 : 0;
        doubt = doubt == null ? why : doubt;
    }

    /** Empty, with a word in the log, when not everything that was looked at can be looked at again. */
    Optional<String> seal(ChangelogRequest request, ProgressListener progress) {
        try {
            if (doubt == null) {
                SourcePlaces places = new SourcePlaces(request);
                for (String path : paths.keySet()) {
                    agree(path, places.find(path), found.get(path));
                }
                for (Map.Entry<Listing, SortedSet<String>> listing : listings.entrySet()) {
                    if (!places.list(listing.getKey()).paths().equals(List.copyOf(listing.getValue()))) {
                        throw new Doubt(listing.getKey().path() + " is listed in another way");
                    }
                }
                Seal open = open();
                String digest = new SealCheck(request, progress).digest(open, contents);
                return Optional.of(new Seal(open.paths(), open.listings(), names, digest).encoded());
            }
        } catch (Doubt | IOException | RuntimeException e) {
            doubt(e.getMessage());
        }
        progress.debug("the next run has to read the changelog again: " + doubt);
        return Optional.empty();
    }

    /** Without a digest yet. The files of a folder that were all read need not be named one by one. */
    private Seal open() {
        SortedMap<String, Boolean> single = new TreeMap<>(paths);
        SortedMap<Listing, Boolean> folders = new TreeMap<>();
        listings.forEach((listing, files) -> {
            boolean all = files.stream().allMatch(file -> paths.getOrDefault(file, false));
            folders.put(listing, all);
            if (all) {
                files.forEach(single::remove);
            }
        });
        return new Seal(single, folders, names, "");
    }

    private static void agree(String path, Found ours, URI theirs) throws Doubt {
        boolean same;
        if (ours instanceof Found.InFile file) {
            same = theirs != null
                    && "file".equals(theirs.getScheme())
                    && file.file().equals(Path.of(theirs).toAbsolutePath().normalize());
        } else {
            same = (ours instanceof Found.Nowhere) == (theirs == null);
        }
        if (!same || path.endsWith(".gz") || path.contains("\n") || path.contains("\u0000")) {
            throw new Doubt(path + " is found in another way");
        }
    }
}
