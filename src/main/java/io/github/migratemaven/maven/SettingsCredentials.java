package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Secret;
import io.github.migratemaven.port.CredentialSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** The {@code <server>} entries of settings.xml, decrypted as {@code mvn --encrypt-password} wrote them. */
public final class SettingsCredentials implements CredentialSource {
    private static final Pattern ENCRYPTED = Pattern.compile("\\{[A-Za-z0-9+/=]{16,}}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}]+}");

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    public SettingsCredentials(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    @Override
    public Credentials find(String serverId) {
        Server server = settings.getServer(serverId);
        if (server == null) {
            throw unknown(serverId);
        }
        if (server.getPassword() != null
                && PLACEHOLDER.matcher(server.getPassword()).matches()) {
            throw invalid(
                    "unresolved-placeholder",
                    "The password of server \"" + serverId
                            + "\" in settings.xml is a placeholder that nothing replaced",
                    "Set the environment variable or property that it names.");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        boolean failed = result.getProblems().stream()
                .anyMatch(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING);
        Server clear = result.getServer();
        String password = clear.getPassword();
        // Maven goes on with the cipher text where it cannot decrypt, and Maven 4 only warns.
        if (failed || password != null && ENCRYPTED.matcher(password).find()) {
            throw invalid(
                    "undecryptable-password",
                    "The password of server \"" + serverId + "\" in settings.xml cannot be decrypted",
                    "Check the master password in ~/.m2/settings-security.xml (Maven 4: mvnenc), and encrypt the password"
                            + " again with mvn --encrypt-password.");
        }
        return new Credentials(text(clear.getUsername()), text(password).map(Secret::new));
    }

    private MigrateException unknown(String serverId) {
        List<String> known =
                settings.getServers().stream().map(Server::getId).sorted().toList();
        return invalid(
                "unknown-server",
                "settings.xml has no server \"" + serverId + "\" (migrate.serverId); it has "
                        + (known.isEmpty() ? "none" : String.join(", ", known)),
                "Add <server><id>" + serverId + "</id>…</server> to the <servers> of settings.xml, or correct the id.");
    }

    private static MigrateException invalid(String code, String message, String hint) {
        return new MigrateException(Failure.InvalidInput.of(code, message, hint));
    }

    private static Optional<String> text(String value) {
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
