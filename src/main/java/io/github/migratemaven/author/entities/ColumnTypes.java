package io.github.migratemaven.author.entities;

import io.github.migratemaven.model.SchemaShape.Column;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a column's type will do for what an entity says, which often says no more than a default; and what would. */
final class ColumnTypes {
    private static final String VARCHAR = "character varying";
    private static final String NUMERIC = "numeric";

    /** An entity may have them as a string without saying more. */
    private static final Set<String> AS_STRING = Set.of(
            "text",
            "json",
            "jsonb",
            "xml",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "tsvector",
            "tsquery",
            "\"char\"",
            "character");

    /** Each holds all values of those before it. */
    private static final List<List<String>> WIDER =
            List.of(List.of("smallint", "integer", "bigint"), List.of("real", "double precision"));

    private static final Pattern TYPE =
            Pattern.compile("(.*?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?( with(?:out)? time zone)?(\\[])?");

    /** Six digits of a second are what PostgreSQL takes where nothing is said (manual, 8.5). */
    private static final int SECONDS = 6;

    private ColumnTypes() {}

    /** @param size length, or precision; empty = nothing is said */
    private record Type(String name, Optional<Integer> size, int scale, String zone, String array) {
        static Type of(String text) {
            Matcher type = TYPE.matcher(text);
            if (!type.matches()) {
                throw new IllegalArgumentException("no type: " + text);
            }
            return new Type(
                    type.group(1),
                    Optional.ofNullable(type.group(2)).map(Integer::valueOf),
                    type.group(3) == null ? 0 : Integer.parseInt(type.group(3)),
                    type.group(4) == null ? "" : type.group(4),
                    type.group(5) == null ? "" : type.group(5));
        }

        boolean isKindOf(Type other) {
            return name.equals(other.name) && zone.equals(other.zone);
        }

        int before() {
            return size.orElse(0) - scale;
        }
    }

    /** The type that a column has to get; empty where it need not change. None holds less than the one that is there. */
    static Optional<String> change(Column now, Column wanted) {
        if (now.type().equals(wanted.type())) {
            return Optional.empty();
        }
        // The changelog made that type; the export would name it if the mapping did.
        if (!now.builtIn() || !wanted.builtIn()) {
            return now.builtIn() || !wanted.builtIn() ? Optional.of(wanted.type()) : Optional.empty();
        }
        Type have = Type.of(now.type());
        Type want = Type.of(wanted.type());
        if (have.array.equals(want.array) && holds(have, want)) {
            return Optional.empty();
        }
        boolean decimals = have.array.equals(want.array) && have.name.equals(NUMERIC) && want.name.equals(NUMERIC);
        return Optional.of(decimals && want.size.isPresent() ? both(have, want) : wanted.type());
    }

    private static boolean holds(Type have, Type want) {
        if (want.name.equals(VARCHAR)) {
            return AS_STRING.contains(have.name) || have.isKindOf(want) && isWide(have, want);
        }
        if (have.name.equals(NUMERIC) && want.name.equals(NUMERIC)) {
            return have.size.isEmpty()
                    || want.size.isPresent() && have.scale >= want.scale && have.before() >= want.before();
        }
        if (have.name.startsWith("time") && have.isKindOf(want)) {
            return have.size.orElse(SECONDS) >= want.size.orElse(SECONDS);
        }
        return have.name.equals("interval") && have.size.isEmpty() && want.name.startsWith("interval")
                || WIDER.stream()
                        .anyMatch(types ->
                                types.contains(want.name) && types.indexOf(have.name) > types.indexOf(want.name));
    }

    private static boolean isWide(Type have, Type want) {
        return have.size.isEmpty() || want.size.isPresent() && have.size.get() >= want.size.get();
    }

    /** A type with fewer digits behind the point would round what is there. */
    private static String both(Type have, Type want) {
        int scale = Math.max(have.scale, want.scale);
        int precision = Math.max(have.before(), want.before()) + scale;
        return NUMERIC + "(" + precision + "," + scale + ")" + want.array;
    }
}
