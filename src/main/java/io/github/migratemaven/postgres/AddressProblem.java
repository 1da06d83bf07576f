package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;

/**
 * Says what is wrong with one address, and never repeats it: a URL that cannot be read may hold its password anywhere.
 * Only words that we know (names of parameters, schemes from our own list) and digits are ever quoted.
 *
 * @param subject the address as a sentence's subject, capitalised: {@code The URL in DATABASE_URL}
 */
record AddressProblem(String subject) {
    /** What must be encoded in the user name and the password of a URL, with its replacement. */
    private static final String ENCODE = "If the user name or the password holds one of @ : / ? # % or a space,"
            + " percent-encode it: @ is %40, : is %3A, / is %2F, ? is %3F, # is %23, % is %25, a space is %20.";

    static AddressProblem ofUrl(String origin) {
        return new AddressProblem("The URL in " + origin);
    }

    /** The text cannot be understood. @param what goes on after the subject, for example {@code has no host} */
    MigrateException bad(String what, String hint) {
        return failure("bad-url", what, hint);
    }

    /** The parts of the URL seem shifted, as an unencoded character in a password does. */
    MigrateException ambiguous(String what) {
        return bad(what, ENCODE);
    }

    /** The text is understood, and is nothing that this plugin can connect to. */
    MigrateException unsupported(String what, String hint) {
        return failure("unsupported-url", what, hint);
    }

    private MigrateException failure(String code, String what, String hint) {
        return new MigrateException(Failure.InvalidInput.of(code, subject + " " + what, hint));
    }
}
