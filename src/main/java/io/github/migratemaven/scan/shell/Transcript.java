package io.github.migratemaven.scan.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What several commands print one after the other. */
final class Transcript {
    private final List<Traced> parts = new ArrayList<>();

    void add(Traced part) {
        if (!part.text().isEmpty()) {
            parts.add(part);
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    int length() {
        int length = 0;
        for (Traced part : parts) {
            length += part.text().length();
        }
        return length;
    }

    /** Null when there is nothing. What comes from another file than the first part stands at the place before it. */
    Traced joined() {
        if (parts.size() < 2) {
            return parts.isEmpty() ? null : parts.get(0);
        }
        Traced first = parts.get(0);
        StringBuilder text = new StringBuilder(length());
        int[] offsets = new int[length() + 1];
        for (Traced part : parts) {
            int at = text.length();
            if (part.file() == first.file()) {
                System.arraycopy(part.offsets(), 0, offsets, at, part.offsets().length);
            } else {
                Arrays.fill(offsets, at, at + part.offsets().length, offsets[at]);
            }
            text.append(part.text());
        }
        return new Traced(first.file(), text.toString(), offsets);
    }
}
