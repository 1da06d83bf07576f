package io.github.migratemaven.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** What puts files back as they were, in the opposite order of what was done to them. */
final class Undo {
    private final Deque<Step> steps = new ArrayDeque<>();

    private interface Step {
        void run() throws IOException;
    }

    /** @param file whose bytes are kept from now on */
    void restore(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        steps.push(() -> Files.write(file, bytes));
    }

    void delete(Path file) {
        steps.push(() -> Files.deleteIfExists(file));
    }

    /** Folders that are not there yet. */
    void folders(Path folder) {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path f = folder; f != null && !Files.exists(f); f = f.getParent()) {
            missing.addLast(f);
        }
        steps.push(() -> {
            for (Path f : missing) {
                Files.deleteIfExists(f);
            }
        });
    }

    void run() {
        try {
            while (!steps.isEmpty()) {
                steps.pop().run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
