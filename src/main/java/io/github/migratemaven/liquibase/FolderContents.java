package io.github.migratemaven.liquibase;

import io.github.migratemaven.liquibase.SourcePlaces.Doubt;
import io.github.migratemaven.liquibase.SourcePlaces.Listed;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Digests of all files of a folder; thousands of them are read by two threads. */
final class FolderContents {
    private static final int MANY = 500;
    private static final int BUFFER_BYTES = 8 * 1024;

    private final List<String> paths;
    private final String root;
    private final Map<String, byte[]> known;
    private final byte[][] digests;

    /** @param known SHA-256 of contents that need not be read */
    FolderContents(Listed files, Map<String, byte[]> known) {
        this.paths = files.paths();
        this.root = files.root().toString();
        this.known = known;
        this.digests = new byte[paths.size()][];
    }

    /** SHA-256 of each file, in the order of the paths. */
    byte[][] digests() throws Doubt, IOException {
        if (paths.size() < MANY) {
            read(0, paths.size());
            return digests;
        }
        int half = paths.size() / 2;
        FutureTask<Void> second = new FutureTask<>(() -> {
            read(half, paths.size());
            return null;
        });
        Thread thread = new Thread(second, "migrate-seal-files");
        thread.setDaemon(true);
        thread.start();
        read(0, half);
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

    private void read(int from, int to) throws IOException {
        Sha256 sha = new Sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int i = from; i < to; i++) {
            byte[] digest = known.get(paths.get(i));
            digests[i] = digest == null ? read(new File(root, paths.get(i)), sha, buffer) : digest;
        }
    }

    private static byte[] read(File file, Sha256 sha, byte[] buffer) throws IOException {
        // A third of the work of Files.readAllBytes, which opens a channel.
        try (InputStream in = new FileInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sha.addRaw(buffer, count);
            }
        }
        return sha.bytes();
    }
}
