package io.github.migratemaven.author;

import java.util.regex.Pattern;

/**
 * A routine that is made although its text names what is not there: a renamed table leaves such texts behind, and nothing but making
 * them anew shows it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">PostgreSQL manual, check_function_bodies</a>
 */
final class UncheckedRoutine {
    /** Until the transaction's end, if nothing else is said. */
    private static final String OFF = "SET LOCAL check_function_bodies = off;\n";

    private static final String ON = ";\nSET LOCAL check_function_bodies = on";

    private static final Pattern MADE =
            Pattern.compile("CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE) .*", Pattern.DOTALL);

    private UncheckedRoutine() {}

    /** Whether it makes a routine. */
    static boolean fits(String sql) {
        return MADE.matcher(sql).matches();
    }

    /** @param sql that {@link #fits} */
    static String of(String sql) {
        return OFF + sql + ON;
    }

    static boolean is(String sql) {
        return sql.startsWith(OFF);
    }

    /** What makes the routine; any other statement as it is. */
    static String checked(String sql) {
        return is(sql) ? sql.substring(OFF.length(), sql.length() - ON.length()) : sql;
    }
}
