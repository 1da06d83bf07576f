package io.github.migratemaven.liquibase;

import io.github.migratemaven.liquibase.SourcePlaces.Doubt;
import io.github.migratemaven.liquibase.SourcePlaces.Found;
import io.github.migratemaven.liquibase.SourcePlaces.Listed;
import io.github.migratemaven.liquibase.SourcePlaces.Listing;
import io.github.migratemaven.port.ProgressListener;
import java.io.IOException;
import java.util.Map;

/** Looks again at everything that a seal names. Loads nothing of Liquibase. */
final class SealCheck {
    private final ChangelogRequest request;
    private final ProgressListener progress;
    private final SourcePlaces places;

    SealCheck(ChangelogRequest request, ProgressListener progress) {
        this.request = request;
        this.progress = progress;
        this.places = new SourcePlaces(request);
    }

    boolean holds(String encoded) {
        try {
            Seal seal = Seal.decode(encoded).orElse(null);
            return seal != null && digest(seal, Map.of()).equals(seal.digest());
        } catch (Doubt | IOException | RuntimeException e) {
            progress.debug("the changelog is read: " + e.getMessage());
            return false;
        }
    }

    /**
     * @param known {@link MarkDigest#mark marks} of contents as they were when they were read; what is missing is read now
     * @return SHA-256 in hex over conditions, listings, and what stands at each path
     */
    String digest(Seal seal, Map<String, byte[]> known) throws Doubt, IOException {
        Sha256 digest = new Sha256();
        digest.addAll(new ReadingConditions(request).lines(seal.names()));
        for (Map.Entry<Listing, Boolean> listing : seal.listings().entrySet()) {
            Listed files = places.list(listing.getKey());
            digest.add(listing.getKey().toString());
            digest.addPaths(files.paths());
            if (listing.getValue() && files.root() != null) {
                digest.add(places.inFile(files.root()).location());
                for (byte[] part : new FolderContents(files, known).digests()) {
                    digest.add(part);
                }
            } else if (listing.getValue()) {
                for (String path : files.paths()) {
                    look(path, true, known).addTo(digest);
                }
            }
        }
        for (Map.Entry<String, Boolean> path : seal.paths().entrySet()) {
            look(path.getKey(), path.getValue(), known).addTo(digest);
        }
        return digest.hex();
    }

    /**
     * What stands at a path.
     *
     * @param mark of the content; null when it does not count
     */
    private record Looked(String path, String place, byte[] mark) {
        void addTo(Sha256 digest) {
            digest.add(path);
            digest.add(place);
            if (mark != null) {
                digest.add(mark);
            }
        }
    }

    private Looked look(String path, boolean read, Map<String, byte[]> known) throws Doubt, IOException {
        Found found = places.find(path);
        String place = found instanceof Found.InFile file
                ? file.location()
                : found.getClass().getSimpleName();
        if (!read || found instanceof Found.InProgram || found instanceof Found.Nowhere) {
            return new Looked(path, place, null);
        }
        byte[] mark = known.get(path);
        return new Looked(path, place, mark == null ? MarkDigest.mark(SourcePlaces.content(found)) : mark);
    }
}
