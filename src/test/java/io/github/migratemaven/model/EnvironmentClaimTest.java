package io.github.migratemaven.model;

import static io.github.migratemaven.model.Environment.DEVELOPMENT;
import static io.github.migratemaven.model.Environment.PREVIEW;
import static io.github.migratemaven.model.Environment.PRODUCTION;
import static io.github.migratemaven.model.Environment.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentClaimTest {
    @Test
    void whatIsStampedDevelopmentOrPreviewMayBeDestroyed() {
        assertThat(verdict(laptop(), DEVELOPMENT)).isEqualTo("ok");
        assertThat(verdict(laptop(), PREVIEW)).isEqualTo("ok");
        assertThat(verdict(laptop(), STAGING)).isEqualTo("environment-protected");
        assertThat(verdict(laptop(), PRODUCTION)).isEqualTo("environment-protected");
    }

    @Test
    void neitherAnEnvironmentNorANameHelpsAgainstTheStamp() {
        assertThat(verdict(claim(DEVELOPMENT, false, false, "shop"), PRODUCTION))
                .isEqualTo("environment-protected");
        assertThat(verdict(claim(null, true, false, "shop"), STAGING)).isEqualTo("environment-protected");
    }

    @Test
    void aBuildForAnotherEnvironmentIsRefused() {
        assertThat(verdict(claim(PRODUCTION, false, false, null), DEVELOPMENT)).isEqualTo("environment-mismatch");
        assertThat(verdict(claim(PREVIEW, false, false, "shop"), DEVELOPMENT)).isEqualTo("environment-mismatch");
    }

    @Test
    void aPipelineMustNameTheDatabase() {
        assertThat(verdict(claim(null, false, true, null), DEVELOPMENT)).isEqualTo("confirm-missing");
        assertThat(verdict(claim(null, true, true, null), DEVELOPMENT)).isEqualTo("confirm-missing");
        assertThat(verdict(claim(null, false, true, "shop"), DEVELOPMENT)).isEqualTo("ok");
        assertThat(verdict(claim(null, false, true, "Shop"), DEVELOPMENT)).isEqualTo("confirm-mismatch");
    }

    @Test
    void whatCarriesNoStampNeedsAnEnvironmentAndItsName() {
        assertThat(verdict(laptop(), null)).isEqualTo("environment-unknown");
        assertThat(verdict(claim(DEVELOPMENT, false, false, null), null)).isEqualTo("environment-unknown");
        assertThat(verdict(claim(null, false, false, "shop"), null)).isEqualTo("environment-unknown");
        assertThat(verdict(claim(STAGING, false, false, "shop"), null)).isEqualTo("environment-unknown");
        assertThat(verdict(claim(DEVELOPMENT, false, false, "shop"), null)).isEqualTo("ok");
        assertThat(verdict(claim(null, true, false, null), null)).isEqualTo("ok");
    }

    @Test
    void theCureIsForTheSameTarget() {
        assertThat(hint(claim(null, true, false, null)))
                .contains("mvn migrate:deploy -Dmigrate.embedded=true -Dmigrate.environment=development");
        assertThat(hint(laptop())).contains("mvn migrate:deploy -Dmigrate.environment=development");
    }

    @Test
    void aDeployIsRefusedOnlyWhereTheStampSaysSomethingElse() {
        assertThat(deploy(laptop(), PRODUCTION)).isEqualTo("ok");
        assertThat(deploy(claim(STAGING, false, true, null), null)).isEqualTo("ok");
        assertThat(deploy(claim(STAGING, false, true, null), STAGING)).isEqualTo("ok");
        assertThat(deploy(claim(STAGING, false, true, null), PRODUCTION)).isEqualTo("environment-mismatch");
        assertThat(deploy(claim(STAGING, false, true, "shop"), PRODUCTION)).isEqualTo("ok");
        assertThat(deploy(claim(STAGING, false, true, "other"), STAGING)).isEqualTo("confirm-mismatch");
    }

    @Test
    void onlyWhatSomebodySaidBecomesAStamp() {
        assertThat(laptop().stamp()).isEmpty();
        assertThat(claim(PREVIEW, false, false, null).stamp()).contains(PREVIEW);
        assertThat(claim(null, true, false, null).stamp()).contains(DEVELOPMENT);
        assertThat(Environment.ofStamp("testbed")).contains(PRODUCTION);
        assertThat(Environment.ofStamp(null)).isEmpty();
    }

    private static EnvironmentClaim laptop() {
        return EnvironmentClaim.NONE;
    }

    private static EnvironmentClaim claim(Environment given, boolean embedded, boolean ci, String confirm) {
        return new EnvironmentClaim(Optional.ofNullable(given), embedded, ci, Optional.ofNullable(confirm));
    }

    private static String verdict(EnvironmentClaim claim, Environment stamp) {
        return code(claim.forbids("reset", Optional.ofNullable(stamp), "shop"));
    }

    private static String hint(EnvironmentClaim claim) {
        return claim.forbids("reset", Optional.of(PRODUCTION), "shop")
                .orElseThrow()
                .hint();
    }

    private static String deploy(EnvironmentClaim claim, Environment stamp) {
        return code(claim.contradicts(Optional.ofNullable(stamp), "shop"));
    }

    private static String code(Optional<Failure> failure) {
        return failure.map(Failure::code).orElse("ok");
    }
}
