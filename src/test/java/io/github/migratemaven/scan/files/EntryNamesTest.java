package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryNamesTest {
    @ParameterizedTest
    @CsvSource({
        "build, BUILD",
        "prebuild, BUILD",
        "postbuild, BUILD",
        "build:prod, BUILD",
        "build-static, BUILD",
        "prismabuild, BUILD",
        "vercel-build, BUILD",
        "now-build, BUILD",
        "heroku-postbuild, BUILD",
        "gcp-build, BUILD",
        "netlify:deploy-preview, BUILD",
        "install, BUILD",
        "postinstall, BUILD",
        "prepare, BUILD",
        "start, START",
        "prestart, START",
        "start:prod, START",
        "start:production, START",
        "prod:start, START",
        "deploy, DEPLOY",
        "predeploy, DEPLOY",
        "deploy:staging, DEPLOY",
        "release, DEPLOY",
        "ci, CI",
        "precommit, HOOK",
        "dev, NONE",
        "build:dev, NONE",
        "start:dev, NONE",
        "start:local, NONE",
        "deploy:local, NONE",
        "db:push, NONE",
        "db:deploy, NONE",
        "migrate, PROMISE",
        "migration:up, PROMISE",
        "clean, PROMISE",
        "db:clean, NONE",
        "migrate:reset, NONE",
        "prisma:build, NONE",
        "test, NONE",
        "build:test, NONE",
        "lint, PROMISE",
        "setup, PROMISE",
        "restart, NONE",
        "preview, NONE",
        "rebuild-index, NONE"
    })
    void aPackageScriptRunsByItselfWhenItsNameIsAConvention(String name, Entry entry) {
        assertThat(EntryNames.packageScript(name)).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "all, BUILD",
        "clean, BUILD",
        "setup, BUILD",
        "install, BUILD",
        "build, BUILD",
        "docker-build, BUILD",
        "deploy, DEPLOY",
        "db:prepare, BUILD",
        "migration-up, BUILD",
        "assets.deploy, BUILD",
        "db-push, NONE",
        "ecto.reset, NONE",
        "reset, NONE",
        "dropdb, NONE",
        "dev, NONE",
        "up, NONE"
    })
    void aTaskRunsByItselfWhenItsNameIsAConvention(String name, Entry entry) {
        assertThat(EntryNames.task(name)).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "configure, BUILD",
        "server, BUILD",
        "dev, NONE",
        "help, NONE",
        "db-reset, NONE",
        "deploy, DEPLOY",
        "test, NONE"
    })
    void theDefaultTaskRunsByItselfUnlessItsNameSaysByHand(String name, Entry entry) {
        assertThat(EntryNames.defaultTask(name)).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "test, true",
        "pretest, true",
        "test:e2e, true",
        "db:reset:test, true",
        "e2e, true",
        "build-and-test, false",
        "latest, false",
        "build, false",
        "db:push, false"
    })
    void aNameCanSayThatItIsForTests(String name, boolean test) {
        assertThat(EntryNames.evidence(name)).isEqualTo(test ? Set.of(Evidence.TEST) : Set.of());
    }
}
