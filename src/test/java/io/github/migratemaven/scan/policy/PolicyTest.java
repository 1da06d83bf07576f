package io.github.migratemaven.scan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ban file and the POM's elements say, over one project with a push in two places. */
class PolicyTest {
    private static final String BUILD = "error package.json:4 prisma-db-push";
    private static final String DEVELOPER = "info package.json:3 prisma-db-push";
    private static final String PREVIEW = "error scripts/preview/deploy.sh:1 prisma-db-push";

    @TempDir
    Path root;

    private ProjectFolder project;

    @BeforeEach
    void aProjectThatPushes() {
        project = new ProjectFolder(root)
                .with(
                        "package.json",
                        "{\n\"scripts\": {\n\"db:push\": \"prisma db push\",\n\"build\": \"prisma db push && next build\"\n}}")
                .with("scripts/preview/deploy.sh", "npx prisma db push\n");
    }

    /** Exception in YAML, what is found. */
    static Stream<Arguments> exceptions() {
        return Stream.of(
                row("{file: package.json, reason: r}", DEVELOPER, "info package.json:4 prisma-db-push", PREVIEW),
                row("{file: ./package.json, reason: r}", DEVELOPER, "info package.json:4 prisma-db-push", PREVIEW),
                row("{file: 'scripts/**', reason: r}", DEVELOPER, BUILD, allowed(PREVIEW)),
                row("{file: '**/*.sh', id: prisma-db-push, reason: r}", DEVELOPER, BUILD, allowed(PREVIEW)),
                row("{id: prisma-db-push, reason: r}", DEVELOPER, allowed(BUILD), allowed(PREVIEW)),
                row("{id: prisma-db-push, reason: r, until: 2026-11-22}", DEVELOPER, allowed(BUILD), allowed(PREVIEW)),
                row("{id: prisma-db-push, reason: r, until: 2026-11-21}", DEVELOPER, BUILD, PREVIEW),
                row(
                        "{id: dropdb, reason: r}",
                        DEVELOPER,
                        BUILD,
                        PREVIEW,
                        "warning .migrate-ban.yml:2 unused-exception"),
                row(
                        "{file: '*.sh', reason: r}",
                        DEVELOPER,
                        BUILD,
                        PREVIEW,
                        "warning .migrate-ban.yml:2 unused-exception"),
                row(
                        "{file: package.json, id: dropdb, reason: r}",
                        DEVELOPER,
                        BUILD,
                        PREVIEW,
                        "warning .migrate-ban.yml:2 unused-exception"));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void anExceptionOfTheFileAllowsWhatItNames(String exception, List<String> found) {
        project.with(".migrate-ban.yml", "exceptions:\n  - " + exception + "\n");
        assertThat(project.shown()).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void anExceptionOfThePomAllowsWhatItNamesAndIsNamedByItsNumber() {
        List<Finding> findings = project.findings(new BanSettings()
                .exceptions(List.of(
                        new ExceptionElement("scripts/**", "prisma-db-push", "Previews are thrown away.", "2027-01-31"),
                        new ExceptionElement(null, "dropdb", "Once needed.", null))));

        assertThat(findings.stream().map(ProjectFolder::shown))
                .containsExactlyInAnyOrder("warning - unused-exception", DEVELOPER, BUILD, allowed(PREVIEW));
        assertThat(findings)
                .extracting(Finding::message)
                .anyMatch(text -> text.endsWith(
                        "(allowed until 2027-01-31 by <exception> 1 of the configuration: Previews are thrown away.)"))
                .anyMatch(text -> text.equals(
                        "Nothing is found that this exception allows (<exception> 2 of the configuration)"));
    }

    @Test
    void anExpiredExceptionSaysSoWhereItFails() {
        project.with(".migrate-ban.yml", "exceptions:\n  - {id: prisma-db-push, reason: r, until: 2026-11-01}\n");
        assertThat(project.findings(new BanSettings()))
                .extracting(Finding::message)
                .allMatch(text -> text.endsWith("(the exception at .migrate-ban.yml:2:5 expired on 2026-11-01: r)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "warning", "info", "WARNING"})
    void aSeverityIsLoweredByTheFileAndByThePom(String word) {
        String build = BUILD.replace("error", word.toLowerCase(Locale.ROOT));
        assertThat(project.shown(new BanSettings().severities(Map.of("prisma-db-push", word))))
                .contains(build, DEVELOPER);

        project.with(".migrate-ban.yml", "severities:\n  prisma-db-push: " + word + "\n");
        assertThat(project.shown()).contains(build, DEVELOPER);
    }

    @Test
    void aSeverityIsRaised() {
        project.with("deploy.sh", "npx drizzle-kit drop\nexport SPRING_FLYWAY_CLEAN_DISABLED=false\n")
                .with("src/main/resources/application.properties", "spring.flyway.clean-disabled=false\n");
        String drop = " deploy.sh:1 drizzle-drop";
        String unlocked = " src/main/resources/application.properties:1 flyway-clean-enabled";
        assertThat(project.shown()).contains("warning" + drop, "warning" + unlocked);

        assertThat(project.shown(
                        new BanSettings().severities(Map.of("drizzle-drop", "error", "flyway-clean-enabled", "error"))))
                .contains("error" + drop, "error" + unlocked);
    }

    @Test
    void aLoweredSeverityIsNotRaisedByWhatDevelopmentScriptsGet() {
        BanSettings settings = new BanSettings().developmentScripts("warn");
        assertThat(project.shown(settings)).contains("warning package.json:3 prisma-db-push");
        assertThat(project.shown(settings.severities(Map.of("prisma-db-push", "info"))))
                .contains("info package.json:3 prisma-db-push");
    }

    @Test
    void thePomHasTheLastWordAndListsAddUp() {
        project.with(".migrate-ban.yml", """
                strict: true
                developmentScripts: fail
                severities: {prisma-db-push: info, dropdb: warning}
                excludes: [scripts]
                """);
        Policy policy = PolicyReader.read(
                root,
                new BanSettings()
                        .strict(false)
                        .developmentScripts("warn")
                        .severities(Map.of("prisma-db-push", "error"))
                        .files(null, List.of("docs")));

        assertThat(policy.strict()).isFalse();
        assertThat(policy.developmentScripts()).isEqualTo("warn");
        assertThat(policy.severities().get("prisma-db-push").word()).isEqualTo("error");
        assertThat(policy.severities().get("dropdb").word()).isEqualTo("warning");
        assertThat(policy.excludes()).containsExactly("docs", "scripts");
    }

    @Test
    void whatIsExcludedIsNotReadAndNothingElseIfThereAreIncludes() {
        assertThat(project.shown(new BanSettings().files(null, List.of("scripts"))))
                .containsExactly(DEVELOPER, BUILD);
        assertThat(project.shown(new BanSettings().files(List.of("**/*.sh"), null)))
                .containsExactly(PREVIEW);

        project.with(".migrate-ban.yml", "excludes: '**/preview'\n");
        assertThat(project.shown()).containsExactly(DEVELOPER, BUILD);
    }

    @Test
    void aProjectBansMoreInShort() {
        project.with("deploy.sh", "ourtool wash --all\nourtool wipe\nourtool --verbose wipe --yes --all\n")
                .with("src/main/resources/application.properties", "wipe.on-start=true\n");
        BanSettings settings = new BanSettings()
                .entries(
                        List.of(
                                new EntryElement("our-wipe", "ourtool wipe --all|-a", null, "It wipes.", "Don't."),
                                new EntryElement("our-start", null, "wipe.on-start=true", "It wipes.", "Don't.")),
                        null);

        String wipe = "error deploy.sh:3 our-wipe";
        String start = "error src/main/resources/application.properties:1 our-start";
        assertThat(project.shown(settings)).contains(wipe, start).hasSize(5);

        project.with(".migrate-ban.yml", """
                entries:
                  - id: our-wipe
                    command: ourtool wipe --all
                    why: It wipes.
                    instead: Don't.
                    severity: warning
                """);
        assertThat(project.shown()).contains("warning deploy.sh:3 our-wipe").hasSize(4);
    }

    @Test
    void aProjectBansMoreInAFileLikeOurs() {
        project.with("deploy.sh", "ourtool wipe\n").with("config/own.yaml", """
                tool: Our tool
                programs: [ourtool]
                entries:
                  - id: our-wipe
                    example: ourtool wipe
                    why: It wipes.
                    instead: "Don't."
                    link: https://example.org
                    commands:
                      - words: wipe
                """);
        assertThat(project.shown(new BanSettings().entries(null, List.of("config/own.yaml"))))
                .contains("error deploy.sh:1 our-wipe");

        project.with(".migrate-ban.yml", "catalogs: config/own.yaml\nexceptions:\n  - {id: our-wipe, reason: r}\n");
        assertThat(project.shown()).contains("info deploy.sh:1 our-wipe");
    }

    @Test
    void anotherFileIsReadInsteadWhereOneIsNamed() {
        project.with(".migrate-ban.yml", "severities: {prisma-db-push: info}\n")
                .with("config/ban.yml", "severities: {prisma-db-push: warning}\n");
        assertThat(project.shown(new BanSettings().banFile("config/ban.yml")))
                .contains("warning package.json:4 prisma-db-push");
    }

    @Test
    void thePagesExamplesAreValid() throws IOException {
        String page = Files.readString(Path.of("docs/ban-configuration.md"));
        for (String name : List.of(".migrate-ban.yml", "config/ourtool.yaml")) {
            int start = page.indexOf("# " + name + "\n");
            project.with(name, page.substring(start, page.indexOf("```", start)));
        }
        project.with(
                "deploy.sh", "export WIPE_ON_START=true\nourtool wipe --all\nourtool-cli --config x truncate -a\n");
        BanSettings settings = new BanSettings()
                .entries(List.of(new EntryElement("our-start", null, "wipe.on-start=true", "W.", "I.")), null);

        assertThat(project.shown(settings))
                .contains(
                        "info package.json:4 prisma-db-push",
                        "error deploy.sh:2 our-wipe",
                        "error deploy.sh:3 our-empty",
                        PREVIEW)
                .anyMatch(shown -> shown.endsWith("our-start"));
    }

    @Test
    void differentSettingsHaveDifferentNamesForTheCache() {
        List<UnaryOperator<BanSettings>> changes = List.of(
                s -> s.strict(true),
                s -> s.developmentScripts("warn"),
                s -> s.banFile("x"),
                s -> s.files(List.of("x"), null),
                s -> s.files(null, List.of("x")),
                s -> s.severities(Map.of("dropdb", "info")),
                s -> s.exceptions(List.of(new ExceptionElement("x", null, "r", null))),
                s -> s.exceptions(List.of(new ExceptionElement("x", null, "r", "2027-01-31"))),
                s -> s.entries(List.of(new EntryElement("x", "x y", null, "W.", "I.")), null),
                s -> s.entries(List.of(new EntryElement("x", "x z", null, "W.", "I.")), null),
                s -> s.entries(null, List.of("x")));

        assertThat(changes.stream().map(c -> c.apply(new BanSettings()).toString()))
                .doesNotHaveDuplicates()
                .doesNotContain(new BanSettings().toString());
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.apply(new BanSettings()))
                        .hasToString(change.apply(new BanSettings()).toString()));
    }

    private static String allowed(String shown) {
        return shown.replace("error", "info");
    }

    private static Arguments row(String exception, String... found) {
        return Arguments.of(exception, List.of(found));
    }
}
