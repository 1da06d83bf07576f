package io.github.migratemaven.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64",
        "Linux, x86_64, false, linux-amd64",
        "Linux, aarch64, false, linux-arm64v8",
        "Linux, amd64, true, linux-amd64-alpine",
        "Mac OS X, x86_64, false, darwin-amd64",
        "Mac OS X, aarch64, false, darwin-arm64v8",
        "Windows 11, amd64, false, windows-amd64",
        "Windows 11, aarch64, false, windows-amd64",
    })
    void hasTheArtifactsName(String os, String arch, boolean musl, String name) {
        assertThat(Platform.of(os, arch, musl).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"FreeBSD, amd64", "Linux, s390x", "Linux, riscv64", "SunOS, sparcv9"})
    void saysWhatToDoWhereThereAreNoBinaries(String os, String arch) {
        assertThatThrownBy(() -> Platform.of(os, arch, false))
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class))
                .hasMessageContaining(os + " on " + arch)
                .hasMessageContaining("-Dmigrate.url=");
    }

    @Test
    void alpineOnArmHasNone() {
        assertThatThrownBy(() -> Platform.of("Linux", "aarch64", true)).isInstanceOf(MigrateException.class);
    }

    @Test
    void knowsMuslByItsLoader(@TempDir Path lib) throws Exception {
        assertThat(Platform.musl(lib)).isFalse();
        Files.createFile(lib.resolve("ld-musl-x86_64.so.1"));
        assertThat(Platform.musl(lib)).isEqualTo(!Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2")));
        assertThat(Platform.musl(lib.resolve("none"))).isFalse();
    }
}
