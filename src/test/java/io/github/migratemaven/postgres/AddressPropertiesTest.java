package io.github.migratemaven.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Secret;
import io.github.migratemaven.model.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random texts, with a fixed seed: a failure repeats. */
class AddressPropertiesTest {
    private static final String ALPHABET = "abcXYZ019 @:/?#%&=+[]{}'\"\\;,<>|$!*()~-_.äß漢😀";

    @Test
    void userPasswordAndDatabaseComeOutAsTheyWereEncoded() {
        Random random = new Random(20261122);
        for (int i = 0; i < 2000; i++) {
            String user = text(random);
            String password = "p" + text(random);
            String database = text(random);

            Target libpq = Addresses.target("postgresql://" + encode(user) + ":" + encode(password) + "@h:6000/"
                    + encode(database) + "?application_name=" + encode(password));
            Target jdbc = Addresses.target("jdbc:postgresql://h:6000/" + encode(database) + "?user=" + encode(user)
                    + "&password=" + encode(password));

            for (Target target : new Target[] {libpq, jdbc}) {
                assertThat(target.user()).contains(user);
                assertThat(target.password()).contains(new Secret(password));
                assertThat(target.database()).isEqualTo(database);
                assertThat(target.hosts()).containsExactly(new Target.HostPort("h", 6000));
            }
        }
    }

    @Test
    void anUnencodedPasswordIsReadAsItIsOrRefusedButNeverRepeated() {
        Random random = new Random(7);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            String password = "ZEBRA" + text(random) + "ZEBRA" + text(random) + "ZEBRA";
            String url = "postgresql://app:" + password + "@host.example:6000/db?sslmode=require";
            try {
                Target target = Addresses.target(url);
                assertThat(target.display()).isEqualTo("host.example:6000/db");
                assertThat(target.user()).contains("app");
                read++;
            } catch (MigrateException e) {
                assertThat(e.failure().code()).isEqualTo("bad-url");
                assertThat(e.failure().describe()).doesNotContain("ZEBRA");
                refused++;
            }
        }
        assertThat(read).isGreaterThan(100);
        assertThat(refused).isGreaterThan(1000);
    }

    @Test
    void noGarbageMakesTheReaderFailOtherwiseThanWithARefusal() {
        Random random = new Random(99);
        String[] starts = {"postgres://", "postgresql://u:p@", "jdbc:postgresql://", "jdbc:postgresql:", "", "jdbc:"};
        for (int i = 0; i < 20000; i++) {
            String url = starts[random.nextInt(starts.length)]
                    + text(random)
                    + (random.nextBoolean() ? "?" : "/")
                    + text(random);
            try {
                assertThat(Addresses.target(url).hosts()).isNotEmpty();
            } catch (MigrateException e) {
                assertThat(e.failure().code()).isIn("bad-url", "unsupported-url", "no-service");
                assertThat(e.failure().hint()).isNotBlank();
            }
        }
    }

    private static String text(Random random) {
        int[] letters = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int n = 1 + random.nextInt(12); n > 0; n--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
