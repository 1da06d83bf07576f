package io.github.migratemaven.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Secret;
import io.github.migratemaven.postgres.TargetResolution.Overrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetResolutionTest {
    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void libpqVariablesAloneAreAnAddress() {
        environment.putAll(Map.of("PGHOST", "h", "PGPORT", "6000", "PGDATABASE", "db", "PGUSER", "app"));
        environment.putAll(Map.of("PGPASSWORD", "zebra7", "PGSSLMODE", "require", "PGOPTIONS", "-c x=y"));
        environment.putAll(Map.of("PGCONNECT_TIMEOUT", "3", "PGTARGETSESSIONATTRS", "primary", "PGAPPNAME", "me"));

        assertThat(ofVariables())
                .isEqualTo("h:6000/db user=app pw=zebra7 timeout=3 options=-c x=y sslmode=require"
                        + " targetServerType=primary");
    }

    @Test
    void variablesCompleteWhoConnectsButNeverMoveTheUrl() {
        environment.putAll(Map.of("PGHOST", "other", "PGPORT", "1", "PGDATABASE", "other", "PGOPTIONS", "-c a=b"));
        environment.putAll(Map.of("PGUSER", "app", "PGPASSWORD", "zebra7", "PGSSLMODE", "verify-full"));

        assertThat(ofUrl("postgres://h/db", Overrides.NONE))
                .isEqualTo("h:5432/db user=app pw=zebra7 sslmode=verify-full");
        assertThat(ofUrl("postgres://u:p@h/db?sslmode=disable", Overrides.NONE))
                .isEqualTo("h:5432/db user=u pw=p sslmode=disable");
    }

    @Test
    void thePasswordOfOneUserIsNotSentForAnother() {
        environment.putAll(Map.of("PGUSER", "postgres", "PGPASSWORD", "root"));

        assertThat(ofUrl("postgres://app@h/db", Overrides.NONE)).isEqualTo("h:5432/db user=app");
        assertThat(ofUrl("postgres://app:zebra7@h/db", overrides("owner", null, null)))
                .isEqualTo("h:5432/db user=owner");
        assertThat(ofUrl("postgres://app:zebra7@h/db", overrides("app", null, null)))
                .isEqualTo("h:5432/db user=app pw=zebra7");
    }

    @Test
    void overridesWin() {
        assertThat(ofUrl("postgres://app:a@h/db?schema=x", overrides("owner", "zebra7", "Mine")))
                .isEqualTo("h:5432/db user=owner pw=zebra7 schema=Mine");
        assertThat(ofUrl("jdbc:postgresql://h/db?currentSchema=a,b", overrides(null, "zebra7", "Mine")))
                .isEqualTo("h:5432/db pw=zebra7 schema=Mine");
    }

    @Test
    void aServiceOfTheHomeDirectoryFillsWhatTheUrlLeavesOpen() throws IOException {
        Files.writeString(home.resolve(".pg_service.conf"), """
                # ours
                [other]
                host=nowhere
                [prod]
                host=db.example
                port=6000
                dbname=shop
                user=owner
                sslmode=require
                [later]
                host=nowhere
                """);

        assertThat(ofUrl("postgresql://app@/?service=prod", Overrides.NONE))
                .isEqualTo("db.example:6000/shop user=app sslmode=require");
    }

    @Test
    void aServiceOfTheEnvironmentWinsOverTheOtherVariables() throws IOException {
        Path file = Files.writeString(home.resolve("services"), "[prod]\nhost=db.example\n");
        environment.putAll(Map.of("PGSERVICE", "prod", "PGSERVICEFILE", file.toString()));
        environment.putAll(Map.of("PGHOST", "other", "PGDATABASE", "shop"));

        assertThat(ofVariables()).isEqualTo("db.example:5432/shop");
    }

    @Test
    void aServiceThatNoFileDefinesIsRefusedWithTheFilesThatWereRead() {
        environment.put("PGSYSCONFDIR", home.resolve("etc").toString());
        MigrateException thrown =
                catchThrowableOfType(MigrateException.class, () -> ofUrl("postgresql://?service=prod", Overrides.NONE));

        assertThat(thrown.failure().code()).isEqualTo("no-service");
        assertThat(thrown.failure().message())
                .contains("\"prod\"", home.resolve(".pg_service.conf").toString(), "etc");
        assertThat(thrown.failure().hint()).contains("PGSERVICEFILE");
    }

    @Test
    void aBrokenServiceFileIsRefusedAtItsLine() throws IOException {
        Path file = Files.writeString(home.resolve(".pg_service.conf"), "[prod]\nhost=h\npassword = zebra7\n");
        MigrateException thrown =
                catchThrowableOfType(MigrateException.class, () -> ofUrl("postgresql://?service=prod", Overrides.NONE));

        assertThat(thrown.failure().code()).isEqualTo("bad-service-file");
        assertThat(thrown.getMessage()).startsWith(file + ":3: ").doesNotContain("zebra7");
    }

    @Test
    void aPasswordFileGivesThePasswordOfTheFirstLineThatFits() throws IOException {
        Path file = Files.writeString(home.resolve("pass"), """
                #h:*:*:*:no
                h:5432:db:other:no
                h:1:db:app:no
                *:5432:db:app:ze\\:bra\\\\7
                *:*:*:*:no
                """);
        environment.put("PGPASSFILE", file.toString());

        assertThat(ofUrl("postgres://app@h/db", Overrides.NONE)).isEqualTo("h:5432/db user=app pw=ze:bra\\7");
        assertThat(ofUrl("postgres://app@h/db?passfile=/nonexistent", Overrides.NONE))
                .isEqualTo("h:5432/db user=app");
    }

    @Test
    void whatHasNoEffectIsSaidByName() {
        TargetResolution resolution = Addresses.resolve(
                "postgres://h/db?keepalives_idle=3&socket_timeout=4&useUnicode=true&connection_limit=1");

        assertThat(resolution.warnings())
                .hasSize(3)
                .allMatch(text -> text.startsWith("The URL in DATABASE_URL: "))
                .anyMatch(text -> text.contains("keepalives_idle"))
                .anyMatch(text -> text.contains("migrate.statementTimeout"))
                .anyMatch(text -> text.contains("\"useUnicode\""));
    }

    @Test
    void aPoolersSignNamesWhatWasSeen() {
        assertThat(Addresses.target("postgres://h:6432/db").poolerSign())
                .contains("port 6432, which PgBouncer uses by default");
        assertThat(Addresses.target("postgres://a-pooler.x.neon.tech/db?pgbouncer=true")
                        .poolerSign())
                .contains("the parameter pgbouncer=true");
        assertThat(Addresses.target("postgres://a-pooler.x.neon.tech/db")
                        .poolerSign()
                        .orElseThrow())
                .contains("-pooler in the host name");
    }

    private String ofVariables() {
        return Addresses.describe(
                TargetResolution.resolve(LibpqVariables.address(environment, "PGHOST"), Overrides.NONE, surroundings())
                        .target());
    }

    private String ofUrl(String url, Overrides overrides) {
        return Addresses.describe(
                TargetResolution.resolve(ConnectionUrl.parse(url, Addresses.ORIGIN), overrides, surroundings())
                        .target());
    }

    private Surroundings surroundings() {
        return new Surroundings(environment, home, "osuser");
    }

    private static Overrides overrides(String user, String password, String schema) {
        return new Overrides(
                Optional.ofNullable(user), Optional.ofNullable(password).map(Secret::new), Optional.ofNullable(schema));
    }
}
