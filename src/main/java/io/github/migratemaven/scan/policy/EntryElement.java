package io.github.migratemaven.scan.policy;

import io.github.migratemaven.scan.Place;
import io.github.migratemaven.scan.Written;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code <entry>} in the rule's or the goal's configuration: something more to ban. Filled by Maven. */
public final class EntryElement {
    /** Small letters, digits and dashes. Required. */
    private String id;

    /** The program, its words, then options that must be there: {@code ourtool wipe --all}. This or a setting is required. */
    private String command;

    /** {@code key=value} of an application's configuration. */
    private String setting;

    /** What it can do to a database, a sentence. Required. */
    private String why;

    /** What to do instead, a sentence. Required. */
    private String instead;

    /** error (default), warning or info. */
    private String severity;

    /** Documentation. */
    private String link;

    /** For Maven. */
    public EntryElement() {}

    EntryElement(String id, String command, String setting, String why, String instead) {
        this.id = id;
        this.command = command;
        this.setting = setting;
        this.why = why;
        this.instead = instead;
    }

    /** @param number counted from 1 */
    Written written(int number) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", id);
        values.put("command", command);
        values.put("setting", setting);
        values.put("why", why);
        values.put("instead", instead);
        values.put("severity", severity);
        values.put("link", link);
        values.values().removeIf(value -> value == null);
        return new Written(Place.named("<entry> " + number), values);
    }

    @Override
    public String toString() {
        return written(0).values().toString();
    }
}
