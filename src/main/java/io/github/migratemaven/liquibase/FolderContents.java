package io.github.migratemaven.liquibase;

import io.github.migratemaven.liquibase.SourcePlaces.Doubt;
import io.github.migratemaven.liquibase.SourcePlaces.Listed;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What all files of a folder contain, as one digest for each five hundred of them: the threads that share the work have no say in
 * it. Thousands of files are read, most of them of a few lines, by code that nobody has compiled yet.
 */
final class FolderContents implements Callable<Void> {
    private static final int PART = 500;

    private final List<String> paths;
    private final String root;
    private final Map<String, byte[]> known;
    private final byte[][] digests;

    /** @param known {@link MarkDigest#mark marks} of contents that need not be read */
    FolderContents(Listed files, Map<String, byte[]> known) {
        this.paths = files.paths();
        this.root = files.root() + "/";
        this.known = known;
        this.digests = new byte[(paths.size() + PART - 1) / PART][];
    }

    /** SHA-256 over the marks of each part, in the order of the paths. */
    byte[][] digests() throws Doubt, IOException {
        if (digests.length < 2) {
            read(0, digests.length);
            return digests;
        }
        FutureTask<Void> second = new FutureTask<>(this);
        Thread thread = new Thread(second, "migrate-seal-files");
        thread.setDaemon(true);
        thread.start();
        read(0, digests.length / 2);
        try {
            second.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Doubt("the build was interrupted");
        } catch (ExecutionException e) {
            throw new Doubt(e.getCause().getMessage());
        }
        return digests;
    }

    /** The second thread's half. */
    @Override
    public Void call() throws IOException {
        read(digests.length / 2, digests.length);
        return null;
    }

    private void read(int from, int to) throws IOException {
        MarkDigest marks = new MarkDigest();
        for (int part = from; part < to; part++) {
            int end = Math.min(paths.size(), (part + 1) * PART);
            for (int i = part * PART; i < end; i++) {
                byte[] mark = known.get(paths.get(i));
                if (mark == null) {
                    // A third of the work of Files.readAllBytes, which opens a channel.
                    try (FileInputStream in = new FileInputStream(root + paths.get(i))) {
                        marks.add(in);
                    }
                } else {
                    marks.add(mark);
                }
            }
            digests[part] = marks.digest();
        }
    }
}
