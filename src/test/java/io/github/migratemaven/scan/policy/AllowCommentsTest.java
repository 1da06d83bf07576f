package io.github.migratemaven.scan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.migratemaven.model.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AllowCommentsTest {
    private static final String PUSH = "npx prisma db push --accept-data-loss\n";
    private static final String ALLOW = "migrate:allow prisma-db-push because previews are thrown away";

    @TempDir
    Path root;

    /** File, text, what is found. */
    static Stream<Arguments> comments() {
        return Stream.of(
                // Shell: the same line, the line above, several above, over a continued command.
                row("deploy.sh", "#!/bin/sh\n" + PUSH, "error deploy.sh:2 prisma-db-push"),
                row("deploy.sh", "#!/bin/sh\n# " + ALLOW + "\n" + PUSH, "info deploy.sh:3 prisma-db-push"),
                row("deploy.sh", "#!/bin/sh\n## " + ALLOW + "\n" + PUSH, "info deploy.sh:3 prisma-db-push"),
                row("deploy.sh", "#!/bin/sh\n#" + ALLOW + "\n# More.\n" + PUSH, "info deploy.sh:4 prisma-db-push"),
                row("deploy.sh", "npx prisma db push # " + ALLOW + "\n", "info deploy.sh:1 prisma-db-push"),
                row("deploy.sh", "npx prisma db push # " + ALLOW + "\r\n", "info deploy.sh:1 prisma-db-push"),
                row(
                        "deploy.sh",
                        "npx prisma db push # migrate:allow prisma-db-push -- it is a preview\n",
                        "info deploy.sh:1 prisma-db-push"),
                row(
                        "deploy.sh",
                        "npx prisma db push \\\n  --force-reset # " + ALLOW + "\n",
                        "info deploy.sh:1 prisma-db-push"),
                row(
                        "deploy.sh",
                        "# " + ALLOW + "\nset -e && \\\n npx prisma db push\n",
                        "info deploy.sh:3 prisma-db-push"),
                // Elsewhere in the file it allows nothing.
                row(
                        "deploy.sh",
                        "# " + ALLOW + "\n\n" + PUSH,
                        "warning deploy.sh:1 unused-exception",
                        "error deploy.sh:3 prisma-db-push"),
                row(
                        "deploy.sh",
                        "# " + ALLOW + "\n" + PUSH + PUSH,
                        "info deploy.sh:2 prisma-db-push",
                        "error deploy.sh:3 prisma-db-push"),
                row(
                        "deploy.sh",
                        "true # " + ALLOW + "\n" + PUSH,
                        "warning deploy.sh:1 unused-exception",
                        "error deploy.sh:2 prisma-db-push"),
                row(
                        "deploy.sh",
                        "# migrate:allow dropdb because it is a preview\n" + PUSH,
                        "warning deploy.sh:1 unused-exception",
                        "error deploy.sh:2 prisma-db-push"),
                // No comment, no exception.
                row("deploy.sh", "echo \"# " + ALLOW + "\" && " + PUSH, "error deploy.sh:1 prisma-db-push"),
                row("deploy.sh", "npx prisma db push " + ALLOW + "\n", "error deploy.sh:1 prisma-db-push"),
                row(
                        "deploy.sh",
                        "# migrate:allowed prisma-db-push because no\n" + PUSH,
                        "error deploy.sh:2 prisma-db-push"),
                row("deploy.sh", "# see migrate:allow in the manual\n" + PUSH, "error deploy.sh:2 prisma-db-push"),
                // Two kinds of harm, two comments.
                row(
                        "deploy.sh",
                        "# " + ALLOW + "\n# migrate:allow dropdb because it is a preview\ndropdb shop; " + PUSH,
                        "info deploy.sh:3 dropdb",
                        "info deploy.sh:3 prisma-db-push"),
                // Other kinds of files.
                row(
                        ".github/workflows/deploy.yml",
                        "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      # " + ALLOW + "\n      - run: "
                                + PUSH,
                        "info .github/workflows/deploy.yml:7 prisma-db-push"),
                row(
                        ".github/workflows/deploy.yml",
                        "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: npx prisma db push # " + ALLOW
                                + "\n",
                        "info .github/workflows/deploy.yml:6 prisma-db-push"),
                row(
                        ".github/workflows/deploy.yml",
                        "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          # " + ALLOW
                                + "\n          " + PUSH,
                        "info .github/workflows/deploy.yml:8 prisma-db-push"),
                row("Dockerfile", "FROM node\n# " + ALLOW + "\nRUN " + PUSH, "info Dockerfile:3 prisma-db-push"),
                row(
                        "Dockerfile",
                        "FROM node\nRUN npm ci && \\\n# " + ALLOW + "\n    " + PUSH,
                        "info Dockerfile:4 prisma-db-push"),
                row("Makefile", "all: deploy\ndeploy:\n\t# " + ALLOW + "\n\t" + PUSH, "info Makefile:4 prisma-db-push"),
                row(
                        "Jenkinsfile",
                        "pipeline { stages { stage('a') { steps {\n// " + ALLOW + "\nsh 'npx prisma db push'\n}}}}\n",
                        "info Jenkinsfile:3 prisma-db-push"),
                row(
                        "deploy.ps1",
                        "# " + ALLOW + "\nnpx prisma db push `\n --force-reset\n",
                        "info deploy.ps1:2 prisma-db-push"),
                row("deploy.cmd", "@rem " + ALLOW + "\r\nnpx prisma db push\r\n", "info deploy.cmd:2 prisma-db-push"),
                row(
                        "src/main/resources/application.properties",
                        "# migrate:allow hibernate-ddl-auto because no one has data yet\nspring.jpa.hibernate.ddl-auto=update\n",
                        "info src/main/resources/application.properties:2 hibernate-ddl-auto"),
                row(
                        "src/main/resources/application.yml",
                        "spring:\n  jpa:\n    hibernate:\n      ddl-auto: update # migrate:allow hibernate-ddl-auto because new\n",
                        "info src/main/resources/application.yml:4 hibernate-ddl-auto"),
                row(
                        "pom.xml",
                        pom("<!-- migrate:allow flyway-clean because of a test -->\n"),
                        "info pom.xml:7 flyway-clean"),
                row(
                        "pom.xml",
                        pom("<!-- migrate:allow flyway-clean\n because of it -->\n"),
                        "warning pom.xml:6 bad-exception",
                        "error pom.xml:8 flyway-clean"),
                row(
                        "package.json",
                        "{\"scripts\": {\n\"build\": \"prisma db push # " + ALLOW + "\"\n}}",
                        "error package.json:2 prisma-db-push",
                        "warning package.json:2 bad-exception"));
    }

    private static String pom(String comment) {
        return """
                <project><build><plugins><plugin>
                  <groupId>org.flywaydb</groupId>
                  <artifactId>flyway-maven-plugin</artifactId>
                  <executions><execution>
                    <phase>package</phase><goals>
                """ + comment
                + "<goal>clean</goal>\n</goals></execution></executions></plugin></plugins></build></project>";
    }

    @ParameterizedTest
    @MethodSource("comments")
    void aCommentAllowsWhatItStandsBeside(String file, String text, List<String> found) {
        assertThat(new ProjectFolder(root).with(file, text).shown()).containsExactlyInAnyOrderElementsOf(found);
    }

    /** Comment, what the warning says, what the finding says. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("prisma-db-push", "it gives no reason"),
                Arguments.of("prisma-db-push because", "it gives no reason"),
                Arguments.of("prisma-db-push -- ", "it gives no reason"),
                Arguments.of("", "it names no entry"),
                Arguments.of("because we can", "it names no entry"),
                Arguments.of(
                        "prisma-db-psh because of previews",
                        "the catalogue has no entry prisma-db-psh. Did you mean prisma-db-push?"),
                Arguments.of("prisma-db-push until soon because of x", "\"soon\" is not a date such as 2027-01-31"),
                Arguments.of("prisma-db-push until 2027-02-30 because of x", "\"2027-02-30\" is not a date"),
                Arguments.of("prisma-db-push for previews", "it says \"for\" where \"because\" and a reason belong"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aCommentThatIsWrongAllowsNothingAndSaysWhy(String comment, String problem) {
        ProjectFolder project = new ProjectFolder(root).with("deploy.sh", "# migrate:allow " + comment + "\n" + PUSH);

        List<Finding> findings = project.findings(new BanSettings());

        assertThat(findings.stream().map(ProjectFolder::shown))
                .containsExactly("warning deploy.sh:1 bad-exception", "error deploy.sh:2 prisma-db-push");
        assertThat(findings.get(0).message()).startsWith("This exception does not count: " + problem);
        assertThat(findings.get(0).position().orElseThrow().column()).isEqualTo(3);
        assertThat(findings.get(1).message()).contains("(the exception at deploy.sh:1:3 does not count: " + problem);
    }

    @Test
    void onItsLastDayAnExceptionCountsAndThenItIsOver() {
        String comment = "# migrate:allow prisma-db-push until %s because previews are thrown away\n" + PUSH;
        ProjectFolder project = new ProjectFolder(root)
                .with("today/deploy.sh", comment.formatted("2026-11-22"))
                .with("yesterday/deploy.sh", comment.formatted("2026-11-21"));

        List<Finding> findings = project.findings(new BanSettings());

        assertThat(findings.stream().map(ProjectFolder::shown))
                .containsExactly("info today/deploy.sh:2 prisma-db-push", "error yesterday/deploy.sh:2 prisma-db-push");
        assertThat(findings.get(0).message())
                .endsWith("(allowed until 2026-11-22 by today/deploy.sh:1:3: previews are thrown away)");
        assertThat(findings.get(1).message())
                .endsWith("(the exception at yesterday/deploy.sh:1:3 expired on 2026-11-21: previews are thrown away)");
    }

    @Test
    void aHugeLineOfThemCostsLittle() {
        ProjectFolder project = new ProjectFolder(root)
                .with("package.json", "{\"a\": \"" + "migrate:allow \\\"".repeat(600_000) + "\"}")
                .with("deploy.sh", "# migrate:allow x\n".repeat(50_000));

        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(project.findings(new BanSettings())).hasSize(1000));
    }

    private static Arguments row(String file, String text, String... found) {
        return Arguments.of(file, text, List.of(found));
    }
}
