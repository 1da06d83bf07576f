package io.github.migratemaven.scan.policy;

import io.github.migratemaven.scan.Place;
import io.github.migratemaven.scan.Written;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code <exception>} in the rule's or the goal's configuration. Filled by Maven. */
public final class ExceptionElement {
    /** A pattern over paths from the scanned folder, such as {@code scripts/preview-*.sh}; every file by default. */
    private String file;

    /** A catalogue id; every entry by default. */
    private String id;

    /** Why it is allowed. Required. */
    private String reason;

    /** The last day on which it is allowed, for example {@code 2027-01-31}; for good by default. */
    private String until;

    /** For Maven. */
    public ExceptionElement() {}

    ExceptionElement(String file, String id, String reason, String until) {
        this.file = file;
        this.id = id;
        this.reason = reason;
        this.until = until;
    }

    /** @param number counted from 1 */
    Written written(int number) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("file", file);
        values.put("id", id);
        values.put("reason", reason);
        values.put("until", until);
        values.values().removeIf(value -> value == null);
        return new Written(Place.named("<exception> " + number), values);
    }

    @Override
    public String toString() {
        return written(0).values().toString();
    }
}
