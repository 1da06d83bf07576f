package io.github.migratemaven.port;

import io.github.migratemaven.model.Secret;
import java.util.Optional;

/** User names and passwords that the user keeps outside the build. */
public interface CredentialSource {
    /**
     * @param serverId the id of a server entry in settings.xml
     * @throws io.github.migratemaven.model.MigrateException with an {@code InvalidInput} when there is no such entry or it
     *     cannot be decrypted
     */
    Credentials find(String serverId);

    record Credentials(Optional<String> user, Optional<Secret> password) {}
}
