package io.github.migratemaven.liquibase;

import io.github.migratemaven.port.SqlFailure;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server said, out of an exception that went through Liquibase. The driver joins its parts into one text, each on a
 * line that begins with its name; this package must not know the driver's own type.
 *
 * @param detail null without one
 * @param hint null without one
 */
record ServerWords(String sqlState, String message, String detail, String hint) {
    private static final String FOLLOW_UP = "25P02";
    private static final Pattern PART = Pattern.compile(
            "(?m)^\\s*(Detail|Hint|Position|Where|Location|Internal Query|Internal Position|Server SQLState): ");

    /** Empty when no server had a part in it. */
    static Optional<ServerWords> of(Throwable error) {
        SQLException found = null;
        Deque<Throwable> open = new ArrayDeque<>();
        Set<Throwable> seen = new HashSet<>();
        open.add(error);
        while (!open.isEmpty()) {
            Throwable e = open.poll();
            if (!seen.add(e)) {
                continue;
            }
            if (e instanceof SQLException sql) {
                // "current transaction is aborted" only says that something else went wrong before.
                if (found == null || FOLLOW_UP.equals(found.getSQLState()) || isServers(sql) && !isServers(found)) {
                    found = sql;
                }
                push(open, sql.getNextException());
            }
            push(open, e.getCause());
            for (Throwable suppressed : e.getSuppressed()) {
                push(open, suppressed);
            }
        }
        return Optional.ofNullable(found).map(ServerWords::of);
    }

    private static void push(Deque<Throwable> open, Throwable e) {
        if (e != null) {
            open.add(e);
        }
    }

    private static boolean isServers(SQLException e) {
        return String.valueOf(e.getMessage()).startsWith("ERROR: ");
    }

    private static ServerWords of(SQLException e) {
        String text = String.valueOf(e.getMessage());
        Matcher matcher = PART.matcher(text);
        String message = text;
        String detail = null;
        String hint = null;
        String name = "";
        int start = 0;
        boolean more = true;
        while (more) {
            more = matcher.find();
            String part = line(text.substring(start, more ? matcher.start() : text.length()));
            switch (name) {
                case "" -> message = part.replaceFirst("^[A-Z]+: ", "");
                case "Detail" -> detail = part;
                case "Hint" -> hint = part;
                default -> {
                    // places within a text that the user did not write
                }
            }
            if (more) {
                name = matcher.group(1);
                start = matcher.end();
            }
        }
        return new ServerWords(e.getSQLState(), message, detail, hint);
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    SqlFailure failure(Throwable cause) {
        return new SqlFailure(message, sqlState, detail, hint, -1, -1, cause);
    }
}
