package io.github.migratemaven.scan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgramTest {
    @ParameterizedTest
    @CsvSource({
        "prisma, prisma",
        "prisma@6.5.0, prisma",
        "drizzle-kit@latest, drizzle-kit",
        "@mikro-orm/cli@5, @mikro-orm/cli",
        "@mikro-orm/cli, @mikro-orm/cli",
        "./node_modules/.bin/prisma, prisma",
        "$(npm bin)/prisma, prisma",
        "$(which npx), npx",
        "$(command -v npx), npx",
        "node_modules/prisma/build/index.js, prisma",
        "../../node_modules/@mikro-orm/cli/esm.js, @mikro-orm/cli",
        "node_modules\\.bin\\prisma.cmd, prisma",
        "C:\\tools\\flyway.exe, flyway",
        "/usr/local/bin/psql, psql",
        "./mvnw, mvn",
        "mvnw.cmd, mvn",
        "./gradlew, gradle",
        "vendor/bin/doctrine, doctrine",
        "bin/rails, rails",
        "npm:prisma@6, prisma",
        "composer.phar, composer",
        "nodejs, node",
        "start.sh, start.sh",
        "manage.py, manage.py",
        "@, @",
        "'', ''",
        "/, ''"
    })
    void aProgramHasOneNameHoweverItIsWritten(String written, String name) {
        assertThat(Program.name(written)).isEqualTo(name);
        assertThat(Program.name(new Word(written, true, 0, written.length()))).isEqualTo(name);
    }
}
