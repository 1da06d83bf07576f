package io.github.migratemaven.author;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as SQL spells them. */
final class SqlNames {
    static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    /** A name with its qualifiers. */
    static final String NAME = PART + "(?:\\." + PART + ")*";

    private static final Pattern PARTS = Pattern.compile(PART);
    private static final Pattern NEEDLESS_QUOTES = Pattern.compile("\"([a-z_][a-z0-9_$]*)\"");

    private SqlNames() {}

    /** Without quotes that change nothing: two spellings of one name become equal. */
    static String plain(String name) {
        return NEEDLESS_QUOTES.matcher(name).replaceAll("$1");
    }

    /** The last part as a catalogue spells it. */
    static String last(String name) {
        String last = lastPart(name);
        return last.startsWith("\"") ? last.substring(1, last.length() - 1).replace("\"\"", "\"") : last;
    }

    /** The last part as SQL spells it. */
    static String lastPart(String name) {
        Matcher parts = PARTS.matcher(name);
        String last = name;
        while (parts.find()) {
            last = parts.group();
        }
        return last;
    }

    static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** @param schema of a name that has no qualifier, as SQL spells it */
    static String qualified(String name, String schema) {
        String plain = plain(name);
        return plainLast(plain).equals(plain) ? schema + "." + plain : plain;
    }

    /** @param name in the schema of another */
    static String beside(String other, String name) {
        return other.substring(0, other.length() - plainLast(other).length()) + plainLast(plain(name));
    }

    /** The last part as SQL spells it, without quotes that change nothing. */
    static String plainLast(String name) {
        return plain(lastPart(name));
    }
}
