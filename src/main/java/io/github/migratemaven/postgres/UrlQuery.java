package io.github.migratemaven.postgres;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The part of a URL behind its question mark. A name that we don't know is repeated only where it cannot be the rest of a
 * password: {@code ?password=a&b} has a parameter {@code b} for every reader of URLs.
 */
final class UrlQuery {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,40}");

    private final AddressProblem problem;
    private final boolean jdbc;
    private final ParameterDraft draft;
    private final Set<String> seen = new HashSet<>();

    UrlQuery(AddressProblem problem, boolean jdbc, ParameterDraft draft) {
        this.problem = problem;
        this.jdbc = jdbc;
        this.draft = draft;
    }

    /** Whether a parameter of that name (libpq's or pgjdbc's) stood there: it then wins over the address. */
    boolean names(String name) {
        return seen.contains(name) || seen.contains("PG" + name.toUpperCase(Locale.ROOT));
    }

    void read(String text) {
        boolean afterPassword = false;
        for (String token : text.split("&")) {
            if (token.isEmpty()) {
                continue;
            }
            if (token.startsWith("amp;")) {
                throw problem.bad("contains &amp;", "Write a plain & between parameters: the text was escaped twice.");
            }
            int equals = token.indexOf('=');
            String name = decode(equals < 0 ? token : token.substring(0, equals));
            String value = equals < 0 ? "" : decode(token.substring(equals + 1));
            if (draft.put(name, value)) {
                if (equals < 0 && !jdbc) {
                    throw problem.bad("has a parameter without a value: " + name, "Write it as name=value.");
                }
                seen.add(name);
                afterPassword = name.equals("password") || name.equals("sslpassword");
            } else if (token.indexOf('@') >= 0) {
                throw problem.ambiguous("has an @ where none can stand");
            } else if (afterPassword) {
                draft.warn("what follows the parameter password is no parameter that the driver knows, and is ignored;"
                        + " if it belongs to the password, write & as %26 there");
            } else if (equals < 0 || !NAME.matcher(name).matches()) {
                draft.warn("a parameter that is not of the form name=value is ignored");
            } else {
                draft.putUnknown(name, value);
            }
        }
    }

    private String decode(String text) {
        Optional<String> decoded = PercentCode.decode(text, jdbc);
        if (decoded.isEmpty()) {
            throw problem.bad(
                    "has a % in its parameters that two hexadecimal digits of UTF-8 do not follow",
                    "Write a % that stands for itself as %25.");
        }
        return decoded.get();
    }
}
