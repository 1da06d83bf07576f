package io.github.migratemaven.postgres;

/** Text of SQL that holds names and values which are not ours. */
final class Sql {
    /** For the rest of a transaction the role of the login, as connection and role settings have it. */
    static final String OWN_ROLE = "SET LOCAL role = DEFAULT;\n";

    private Sql() {}

    /** Always quoted: a name is taken exactly as it is spelled. */
    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A string literal that does not depend on standard_conforming_strings; {@code NULL} for null. */
    static String literal(String value) {
        if (value == null) {
            return "NULL";
        }
        String quoted = "'" + value.replace("'", "''") + "'";
        return value.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** Cut at a number of UTF-16 units, but never through a character of two. */
    static String limited(String value, int length) {
        if (value == null || value.length() <= length) {
            return value;
        }
        return value.substring(0, Character.isHighSurrogate(value.charAt(length - 1)) ? length - 1 : length);
    }
}
