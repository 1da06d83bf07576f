package io.github.migratemaven.author;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as SQL spells them; <em>plain</em> is the spelling that the server itself prints, so that two spellings of one name are equal. */
final class SqlNames {
    static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    /** A name with its qualifiers. */
    static final String NAME = PART + "(?:\\." + PART + ")*";

    private static final Pattern PARTS = Pattern.compile(PART);

    /** Without quotes these and no others become small, in a database in UTF-8. */
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]+");

    private SqlNames() {}

    static String plain(String name) {
        return PARTS.matcher(name).replaceAll(part -> Matcher.quoteReplacement(quoted(last(part.group()))));
    }

    /** The last part as a catalogue spells it. */
    static String last(String name) {
        String last = lastPart(name);
        return last.startsWith("\"")
                ? last.substring(1, last.length() - 1).replace("\"\"", "\"")
                : CAPITALS.matcher(last).replaceAll(capital -> capital.group().toLowerCase(Locale.ROOT));
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

    /** As the server's {@code quote_ident} does it. @param name as a catalogue has it */
    static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") && !QuotedWords.has(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
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

    static String plainLast(String name) {
        return plain(lastPart(name));
    }
}
