package io.github.migratemaven.liquibase;

import io.github.migratemaven.port.ProgressListener;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A seal that is made while the server works; made again where something more has been read meanwhile. */
final class ForeseenSeal {
    private final SourceNotes notes;
    private final ChangelogRequest request;
    private final ProgressListener progress;
    private int newsThen;
    private FutureTask<Optional<String>> foreseen;

    ForeseenSeal(SourceNotes notes, ChangelogRequest request, ProgressListener progress) {
        this.notes = notes;
        this.request = request;
        this.progress = progress;
    }

    void prepare() {
        newsThen = notes.news();
        SourceNotes copy = notes.copy();
        foreseen = new FutureTask<>(() -> copy.seal(request, progress));
        Thread thread = new Thread(foreseen, "migrate-seal");
        thread.setDaemon(true);
        thread.start();
    }

    Optional<String> get() {
        return foreseen == null || notes.news() != newsThen ? notes.seal(request, progress) : prepared();
    }

    private Optional<String> prepared() {
        try {
            return foreseen.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            progress.debug("the next run has to read the changelog again: " + e.getCause());
            return Optional.empty();
        }
    }
}
