package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Secret;
import io.github.migratemaven.port.CredentialSource.Credentials;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetSettingsTest {
    private final Map<String, String> user = new HashMap<>();
    private final Map<String, String> configuration = new HashMap<>();
    private final Map<String, String> project = new HashMap<>();
    private final Map<String, String> system = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void theStrongestPlaceWins() {
        environment.put("PGHOST", "h");
        assertThat(origin()).isEqualTo("PGHOST");
        environment.put("DATABASE_URL", "postgres://1");
        assertThat(origin()).isEqualTo("DATABASE_URL");
        environment.put("DIRECT_URL", "postgres://2");
        assertThat(origin()).isEqualTo("DIRECT_URL");
        system.put("migrate.url", "postgres://3");
        assertThat(origin()).isEqualTo("the system property migrate.url");
        project.put("migrate.url", "postgres://4");
        assertThat(origin()).isEqualTo("the project property migrate.url");
        configuration.put("url", "postgres://5");
        assertThat(origin()).isEqualTo("<url> of the plugin's configuration");
        user.put("migrate.url", "postgres://6");
        assertThat(origin()).isEqualTo("-Dmigrate.url");
        assertThat(find().url()).contains(new Secret("postgres://6"));
    }

    @Test
    void aBlankVariableIsNotSet() {
        environment.putAll(Map.of("DIRECT_URL", "", "DATABASE_URL", "  ", "PGHOST", " ", "PGSERVICE", "prod"));
        assertThat(origin()).isEqualTo("PGSERVICE");
    }

    @Test
    void aUserOrPortAloneNamesNoServer() {
        environment.putAll(Map.of("PGUSER", "postgres", "PGPASSWORD", "root", "PGPORT", "5432", "PGDATABASE", "x"));
        assertThat(settings().find()).isEmpty();
    }

    @Test
    void noTargetNamesEveryWayToGiveOne() {
        MigrateException thrown =
                catchThrowableOfType(MigrateException.class, () -> settings().require());
        assertThat(thrown.failure().code()).isEqualTo("no-target");
        assertThat(thrown.getMessage())
                .contains("migrate.url", "DIRECT_URL", "DATABASE_URL", "PGHOST", "-Dmigrate.embedded=true");
    }

    @Test
    void userAndPasswordAreFoundEachByItself() {
        environment.put("DATABASE_URL", "postgres://app:a@h/db");
        project.put("migrate.user", "owner");
        user.put("migrate.password", " zebra7 ");
        configuration.put("serverId", "prod");

        assertThat(find().user()).contains("owner");
        assertThat(find().password()).contains(new Secret(" zebra7 "));
        assertThat(find().serverId()).contains("prod");
        assertThat(find().toString() + settings() + values() + values().find("password"))
                .doesNotContain("zebra7")
                .doesNotContain("app:a");
    }

    @Test
    void aPlaceholderThatNothingReplacedIsNoPassword() {
        environment.put("DATABASE_URL", "postgres://app:a@h/db");
        configuration.put("password", "${env.DEPLOY_PASSWORD}");
        MigrateException thrown = catchThrowableOfType(MigrateException.class, this::find);
        assertThat(thrown.failure().code()).isEqualTo("unresolved-placeholder");
        assertThat(thrown.getMessage()).contains("<password> of the plugin's configuration");
    }

    @Test
    void credentialsFillWhatWasNotGivenAndNeverMixUsers() {
        environment.put("DATABASE_URL", "postgres://h/db");
        Credentials credentials = new Credentials(Optional.of("owner"), Optional.of(new Secret("zebra7")));
        assertThat(find().with(credentials).user()).contains("owner");
        assertThat(find().with(credentials).password()).contains(new Secret("zebra7"));

        user.put("migrate.user", "other");
        assertThat(find().with(credentials).user()).contains("other");
        assertThat(find().with(credentials).password()).isEmpty();
    }

    @Test
    void onlyLibpqsVariablesAreHandedOn() {
        environment.putAll(Map.of("PGHOST", "h", "PATH", "/bin", "AWS_SECRET", "zebra7"));
        assertThat(find().libpq()).containsOnlyKeys("PGHOST");
    }

    private BuildValues values() {
        return new BuildValues(user, configuration, project, system, environment);
    }

    private TargetSettings settings() {
        return new TargetSettings(values());
    }

    private RawTarget find() {
        return settings().require();
    }

    private String origin() {
        return find().origin();
    }
}
