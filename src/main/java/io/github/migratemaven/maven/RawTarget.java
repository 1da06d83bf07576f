package io.github.migratemaven.maven;

import io.github.migratemaven.model.Secret;
import io.github.migratemaven.port.CredentialSource.Credentials;
import java.util.Map;
import java.util.Optional;

/**
 * An address as somebody wrote it, not yet read.
 *
 * @param origin where it came from, as messages name it: {@code -Dmigrate.url}, {@code DIRECT_URL}, {@code PGHOST}, …
 * @param url may hold a password; empty = the address is in {@code libpq}
 * @param libpq the environment variables whose names begin with PG; may hold a password
 * @param user overrides the address's: {@code migrate.user}
 * @param password overrides the address's: {@code migrate.password}
 * @param serverId of settings.xml: {@code migrate.serverId}
 */
public record RawTarget(
        String origin,
        Optional<Secret> url,
        Map<String, String> libpq,
        Optional<String> user,
        Optional<Secret> password,
        Optional<String> serverId) {

    public RawTarget {
        libpq = Map.copyOf(libpq);
    }

    /** Credentials fill what was not given explicitly; a password is taken only along with its own user. */
    public RawTarget with(Credentials credentials) {
        boolean sameUser = user.isEmpty() || credentials.user().isEmpty() || user.equals(credentials.user());
        return new RawTarget(
                origin,
                url,
                libpq,
                user.or(credentials::user),
                sameUser ? password.or(credentials::password) : password,
                serverId);
    }

    /** No value: any of them may be secret. */
    @Override
    public String toString() {
        return "address from " + origin;
    }
}
