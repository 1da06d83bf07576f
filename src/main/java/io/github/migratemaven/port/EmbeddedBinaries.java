package io.github.migratemaven.port;

import java.nio.file.Path;

/** Where the embedded server's binaries come from: the user's own repositories. */
public interface EmbeddedBinaries {
    /**
     * The jar that holds the server's archive, downloaded if it is not there yet.
     *
     * @param platform operating system and architecture as the artifact names them, for example {@code linux-amd64}
     * @param version for example {@code 18.6.0}
     * @throws io.github.migratemaven.model.MigrateException with an {@code Unavailable} when it cannot be had
     */
    Path resolve(String platform, String version);
}
