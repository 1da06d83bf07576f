package io.github.migratemaven.liquibase;

import io.github.migratemaven.liquibase.SourcePlaces.Doubt;
import io.github.migratemaven.liquibase.SourcePlaces.Found;
import io.github.migratemaven.liquibase.SourcePlaces.Listing;
import io.github.migratemaven.port.ProgressListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
     * @param known digests of contents as they were when they were read; what is missing is read now
     */
    String digest(Seal seal, Map<String, String> known) throws Doubt, IOException {
        List<String> texts = new ArrayList<>(new ReadingConditions(request).lines(seal.names()));
        for (Listing listing : seal.listings()) {
            texts.add("list " + listing);
            texts.addAll(places.list(listing));
        }
        for (Map.Entry<String, Boolean> path : seal.paths().entrySet()) {
            Found found = places.find(path.getKey());
            texts.add("path " + path.getKey());
            texts.add(where(found));
            if (path.getValue() && !(found instanceof Found.InProgram)) {
                String content = known.get(path.getKey());
                texts.add(content == null ? Seal.digest(SourcePlaces.content(found)) : content);
            }
        }
        return Seal.digest(texts);
    }

    private static String where(Found found) {
        if (found instanceof Found.InFile file) {
            return "file " + file.location();
        }
        return found.getClass().getSimpleName();
    }
}
