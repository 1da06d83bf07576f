package io.github.migratemaven.liquibase;

import io.github.migratemaven.liquibase.SourcePlaces.Doubt;
import io.github.migratemaven.liquibase.SourcePlaces.Found;
import io.github.migratemaven.liquibase.SourcePlaces.Listing;
import io.github.migratemaven.port.ProgressListener;
import java.io.IOException;
import java.util.Map;
import java.util.SortedSet;

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
     * @param known SHA-256 of contents as they were when they were read; what is missing is read now
     * @return SHA-256 in hex over conditions, listings, and what stands at each path
     */
    String digest(Seal seal, Map<String, byte[]> known) throws Doubt, IOException {
        Sha256 digest = new Sha256();
        digest.addAll(new ReadingConditions(request).lines(seal.names()));
        for (Map.Entry<Listing, Boolean> listing : seal.listings().entrySet()) {
            SortedSet<String> files = places.list(listing.getKey());
            digest.add(listing.getKey().toString());
            digest.addAll(files);
            if (listing.getValue()) {
                for (String file : files) {
                    add(digest, file, true, known);
                }
            }
        }
        for (Map.Entry<String, Boolean> path : seal.paths().entrySet()) {
            add(digest, path.getKey(), path.getValue(), known);
        }
        return digest.hex();
    }

    private void add(Sha256 digest, String path, boolean read, Map<String, byte[]> known) throws Doubt, IOException {
        Found found = places.find(path);
        digest.add(path);
        digest.add(
                found instanceof Found.InFile file
                        ? file.location()
                        : found.getClass().getSimpleName());
        if (read && !(found instanceof Found.InProgram) && !(found instanceof Found.Nowhere)) {
            byte[] content = known.get(path);
            digest.add(content == null ? Sha256.of(SourcePlaces.content(found)) : content);
        }
    }
}
