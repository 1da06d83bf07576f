package io.github.migratemaven.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BansTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path root;

    @Test
    void aPushInTheBuildScriptFails() throws IOException {
        write("package.json", """
                {
                  "scripts": {
                    "db:push": "prisma db push",
                    "build": "prisma generate && prisma db push --accept-data-loss && next build"
                  }
                }""");

        assertThat(errors()).containsExactly("package.json:4 prisma-db-push");
        assertThat(of(Severity.INFO)).containsExactly("package.json:3 prisma-db-push");
    }

    @Test
    void aPipelineIsFollowedThroughScriptsToTheCommand() throws IOException {
        write(".github/workflows/deploy.yml", """
                on: push
                jobs:
                  deploy:
                    runs-on: ubuntu-latest
                    steps:
                      - run: npm run release:db
                """);
        write("package.json", """
                {
                  "scripts": {
                    "release:db": "bash ./scripts/reset.sh"
                  }
                }""");
        write(
                "scripts/reset.sh",
                "#!/bin/bash\necho 'prisma migrate reset --force'\nnpx prisma migrate reset --force\n");

        List<Finding> findings = scan(ScanOptions.defaults(TODAY));

        assertThat(errors()).containsExactly("scripts/reset.sh:3 prisma-migrate-reset");
        assertThat(findings.get(0).chain()).hasSize(4).last().asString().startsWith("prisma migrate reset --force");
        assertThat(findings.get(0).chain().get(0)).startsWith(".github/workflows/deploy.yml:");
    }

    @Test
    void whatIsNotRunIsNotSeen() throws IOException {
        write("README.md", "Run `prisma db push --accept-data-loss`.");
        write("deploy.sh", """
                #!/bin/sh
                # prisma db push --accept-data-loss
                echo "never run prisma db push"
                if false; then prisma db push; fi
                prisma migrate deploy
                git push
                """);

        assertThat(scan(ScanOptions.defaults(TODAY))).isEmpty();
    }

    @Test
    void aSchemaThatHibernateUpdatesFailsInMainAndNotInTests() throws IOException {
        write("src/main/resources/application.properties", "spring.jpa.hibernate.ddl-auto=update\n");
        write("src/test/resources/application.properties", "spring.jpa.hibernate.ddl-auto=create-drop\n");
        write("src/main/resources/application-dev.yml", "spring:\n  jpa:\n    hibernate:\n      ddl-auto: update\n");

        assertThat(errors()).hasSize(1).first().asString().startsWith("src/main/resources/application.properties:1");
        assertThat(of(Severity.INFO)).hasSize(2);
        assertThat(of(
                        Severity.ERROR,
                        new ScanOptions(true, ScanOptions.DevelopmentScripts.ALLOW, Map.of(), List.of(), TODAY)))
                .hasSize(3);
    }

    @Test
    void aGoalThatIsBoundToTheLifecycleFails() throws IOException {
        write("pom.xml", """
                <project>
                  <build><plugins><plugin>
                    <groupId>org.flywaydb</groupId>
                    <artifactId>flyway-maven-plugin</artifactId>
                    <executions><execution>
                      <phase>package</phase>
                      <goals>
                        <goal>clean</goal>
                        <goal>migrate</goal>
                      </goals>
                    </execution></executions>
                  </plugin></plugins></build>
                </project>""");

        assertThat(errors()).containsExactly("pom.xml:8 flyway-clean");
    }

    @Test
    void aDockerfileThatRunsAScriptOfTheProjectIsFollowed() throws IOException {
        write("Dockerfile", "FROM node:20\nWORKDIR /app\nCOPY . .\nCMD [\"/app/reset-and-start.sh\"]\n");
        write("reset-and-start.sh", "#!/bin/sh\nnpx drizzle-kit push --force\n");

        assertThat(errors()).hasSize(1).first().asString().startsWith("reset-and-start.sh:2 drizzle");
    }

    @Test
    void aJobWithItsOwnDatabaseMayPush() throws IOException {
        write(".github/workflows/test.yml", """
                on: push
                jobs:
                  test:
                    runs-on: ubuntu-latest
                    services:
                      postgres:
                        image: postgres:16
                    env:
                      DATABASE_URL: postgresql://postgres:postgres@localhost:5432/app_test
                    steps:
                      - run: npx prisma db push
                """);

        assertThat(errors()).isEmpty();
        assertThat(of(Severity.INFO)).hasSize(1);
    }

    /** What a test runner's files run is run on a test's database. */
    @Test
    void testsAreReadWhereTheyCount() throws IOException {
        write("package.json", """
                {"scripts": {"build": "node test/push.test.js && python tests/test_push.py && ruby spec/tests/push_spec.rb && tsc"}}""");
        write("test/push.test.js", "execSync('prisma db push')\n");
        write("tests/test_push.py", "os.system('prisma db push')\n");
        write("spec/tests/push_spec.rb", "system('prisma db push')\n");
        write("test/global-setup.js", "execSync('prisma db push')\n");

        assertThat(scan(ScanOptions.defaults(TODAY)))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.position().orElseThrow().file()).isEqualTo("test/global-setup.js"));
        ScanOptions strict = new ScanOptions(true, ScanOptions.DevelopmentScripts.ALLOW, Map.of(), List.of(), TODAY);
        assertThat(of(Severity.ERROR, strict))
                .containsExactly(
                        "spec/tests/push_spec.rb:1 prisma-db-push",
                        "test/push.test.js:1 prisma-db-push",
                        "tests/test_push.py:1 prisma-db-push");
        ScanOptions warn = new ScanOptions(false, ScanOptions.DevelopmentScripts.WARN, Map.of(), List.of(), TODAY);
        assertThat(scan(warn)).hasSize(4);
    }

    private List<String> errors() {
        return of(Severity.ERROR);
    }

    private List<String> of(Severity severity) {
        return of(severity, ScanOptions.defaults(TODAY));
    }

    private List<String> of(Severity severity, ScanOptions options) {
        return scan(options).stream()
                .filter(f -> f.severity() == severity)
                .map(f -> f.position().orElseThrow().file() + ":"
                        + f.position().orElseThrow().line() + " " + f.id())
                .toList();
    }

    private List<Finding> scan(ScanOptions options) {
        return Bans.scan(root, options).findings();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
