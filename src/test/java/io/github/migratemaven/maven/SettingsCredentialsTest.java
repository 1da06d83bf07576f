package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.cipher.PlexusCipherException;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** With Maven's own cipher and decrypter. */
class SettingsCredentialsTest {
    @TempDir
    Path folder;

    private final Settings settings = new Settings();
    private DefaultPlexusCipher cipher;

    @BeforeEach
    void createCipher() throws Exception {
        cipher = new DefaultPlexusCipher();
    }

    @Test
    void anEncryptedPasswordIsDecrypted() throws Exception {
        writeMasterPassword();
        server("prod", "owner", cipher.encryptAndDecorate("zebra7", "master"));

        assertThat(credentials().find("prod").user()).contains("owner");
        assertThat(credentials().find("prod").password()).contains(new Secret("zebra7"));
        assertThat(credentials().find("prod").toString()).doesNotContain("zebra7");
    }

    @Test
    void aClearPasswordIsTakenAsItIs() throws Exception {
        server("prod", null, "ze{bra7");
        assertThat(credentials().find("prod").user()).isEmpty();
        assertThat(credentials().find("prod").password()).contains(new Secret("ze{bra7"));
    }

    @Test
    void withoutTheMasterPasswordTheCipherTextIsNotUsed() throws Exception {
        String encrypted = cipher.encryptAndDecorate("zebra7", "master");
        server("prod", "owner", encrypted);

        MigrateException thrown = failure("prod");
        assertThat(thrown.failure().code()).isEqualTo("undecryptable-password");
        assertThat(thrown.getMessage())
                .contains("\"prod\"", "settings-security.xml")
                .doesNotContain(encrypted)
                .doesNotContain("zebra7");
    }

    @Test
    void anotherMasterPasswordIsAFailureToo() throws Exception {
        writeMasterPassword();
        String encrypted;
        do {
            // One wrong key in 256 gets past the cipher's padding and reads garbage: that is not what is meant here.
            encrypted = cipher.encryptAndDecorate("zebra7", "another");
        } while (isReadable(encrypted, "master"));
        server("prod", "owner", encrypted);
        assertThat(failure("prod").failure().code()).isEqualTo("undecryptable-password");
    }

    @Test
    void anUnknownServerIsToldWithThoseThatAreKnown() {
        assertThat(failure("prod").getMessage()).contains("\"prod\"", "it has none");
        server("staging", "a", "b");
        server("nexus", "a", "b");
        assertThat(failure("prod").failure().code()).isEqualTo("unknown-server");
        assertThat(failure("prod").getMessage()).contains("nexus, staging", "<id>prod</id>");
    }

    @Test
    void aPlaceholderThatNothingReplacedIsNoPassword() {
        server("prod", "owner", "${env.DEPLOY_PASSWORD}");
        assertThat(failure("prod").failure().code()).isEqualTo("unresolved-placeholder");
    }

    private boolean isReadable(String encrypted, String key) {
        try {
            cipher.decryptDecorated(encrypted, key);
            return true;
        } catch (PlexusCipherException e) {
            return false;
        }
    }

    private MigrateException failure(String id) {
        return catchThrowableOfType(MigrateException.class, () -> credentials().find(id));
    }

    private void server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        settings.addServer(server);
    }

    private void writeMasterPassword() throws Exception {
        Files.writeString(
                folder.resolve("settings-security.xml"),
                "<settingsSecurity><master>" + cipher.encryptAndDecorate("master", "settings.security")
                        + "</master></settingsSecurity>");
    }

    private SettingsCredentials credentials() {
        DefaultPlexusCipher own = cipher;
        Path file = folder.resolve("settings-security.xml");
        class Dispatcher extends DefaultSecDispatcher {
            Dispatcher() {
                _cipher = own;
                _decryptors = Map.of();
                _configurationFile = file.toString();
            }
        }
        return new SettingsCredentials(settings, new DefaultSettingsDecrypter(new Dispatcher()));
    }
}
