package io.github.migratemaven.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.scan.policy.BanSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BanMessageTest {
    private static final String ORIGIN =
            "prisma generate && (prisma db push --skip-generate --accept-data-loss || echo 'Database push skipped') && next build";

    @TempDir
    Path root;

    @Test
    void theOriginCaseIsToldWithItsChainItsReasonAndItsReplacement() throws IOException {
        assertThat(message(ORIGIN)).isEqualTo("""
                A destructive schema push can run in this build:

                package.json:3 "build" → prisma db push --accept-data-loss
                  why      prisma db push --accept-data-loss: It makes the database look like schema.prisma
                           without a migration, and drops columns and tables with their data on the way.
                  now      "build": "prisma generate && (prisma db push --skip-generate --accept-data-loss
                           || echo 'Database push skipped') && next build",
                  write    "build": "prisma generate && next build",
                  instead  Commit migrations (`prisma migrate dev`) and run `prisma migrate deploy`, or `mvn
                           migrate:deploy`, in a job of its own before the deployment.
                  see      https://www.prisma.io/docs/cli/db/push

                Apply migrations with mvn migrate:deploy in a job of its own, before the code is deployed:
                  migrate:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                      - run: mvn -B migrate:deploy
                        env:
                          DATABASE_URL: ${{ secrets.DATABASE_URL }}
                  deploy:
                    needs: migrate""");
    }

    @Test
    void afterTheReplacementTheDevelopersScriptMayStay() throws IOException {
        Files.writeString(root.resolve("package.json"), packageJson("prisma generate && next build"));

        assertThat(BanGate.check(root.toFile(), new BanSettings(), line -> {})).isEmpty();
    }

    @Test
    void linesFitHundredColumnsBehindMavensPrefixAndMoveNoCursor() throws IOException {
        String message = message("prisma db push \\u001b[2J&& echo " + "long words ".repeat(60));

        assertThat(message.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(92));
        assertThat(message).doesNotContain("\u001b");
    }

    @Test
    void aPasswordOfTheScriptIsNotRepeated() throws IOException {
        assertThat(message("DATABASE_URL=postgres://shop:zebra@db/shop prisma db push && next build"))
                .contains("shop:***@db")
                .doesNotContain("zebra");
    }

    private String message(String build) throws IOException {
        Files.writeString(root.resolve("package.json"), packageJson(build));
        return BanGate.check(root.toFile(), new BanSettings(), line -> {}).orElseThrow();
    }

    private static String packageJson(String build) {
        return "{\n  \"scripts\": {\n    \"build\": \"" + build + "\",\n    \"db:push\": \"prisma db push\"\n  }\n}\n";
    }
}
