package io.github.migratemaven.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A role that a statement names and a scratch server lacks: changelogs grant to roles that only the real server has. */
public final class MissingRole {
    /** Undefined object (PostgreSQL, appendix A). */
    private static final String SQLSTATE = "42704";

    /** A scratch server speaks English. */
    private static final Pattern MESSAGE = Pattern.compile("role \"(.+)\" does not exist");

    private MissingRole() {}

    /**
     * The role's name as it is; empty where something else failed.
     *
     * @param sqlState null = unknown
     * @param message the server's
     */
    public static Optional<String> in(String sqlState, String message) {
        Matcher role = MESSAGE.matcher(message);
        return SQLSTATE.equals(sqlState) && role.find()
                ? Optional.of(role.group(1).replace("\"\"", "\""))
                : Optional.empty();
    }
}
