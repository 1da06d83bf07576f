package io.github.migratemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CiReportTest {
    @TempDir
    Path directory;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void outputsAreAppendedOneALine() throws IOException {
        Files.writeString(output(), "earlier=1");
        gitHub(Outcomes.trouble().build());
        assertThat(output()).hasContent("earlier=1\nstate=edited\nhas_pending=true\npending_count=2\n");
        assertThat(warnings).isEmpty();
    }

    @Test
    void nothingPendingIsSaidSo() throws IOException {
        gitHub(Outcomes.upToDate().build());
        assertThat(Files.readString(output())).isEqualTo("state=up-to-date\nhas_pending=false\npending_count=0\n");
    }

    @Test
    void annotationsNameTheErrorFirstThenFindingsWorstFirst() {
        Outcomes failed = Outcomes.failedDeploy()
                .finding(Finding.of("note", Severity.INFO, "Only so you know.", ""))
                .finding(Finding.at(
                        new Position("db/a,b:c.sql", 2, 0), "w", Severity.WARNING, "100 %", "Do\nthis: now"));
        assertThat(gitHub(failed.build()))
                .containsExactly(
                        "::error file=src/main/resources/db/changelog/0023-order-status.sql,line=14,col=9,"
                                + "title=migrate%3Adeploy step-failed::column \"customer\" does not exist%0AHint: Perhaps you meant to"
                                + " reference the column \"orders.customer_id\".%0ACorrect the statement and deploy again; the changeset"
                                + " was rolled back as a whole.",
                        "::warning file=db/a%2Cb%3Ac.sql,line=2,title=migrate%3Adeploy w::100 %25%0ADo%0Athis: now",
                        "::notice title=migrate%3Adeploy note::Only so you know.");
    }

    @Test
    void anErrorThatSumsUpTheFindingsTakesNoAnnotationFromThem() {
        assertThat(gitHub(ScriptFindings.outcome()))
                .containsExactly(
                        "::error file=package.json,line=7,col=33,title=migrate%3Acheck-scripts prisma-db-push::prisma db push"
                                + " --accept-data-loss: It drops columns and tables with their data.%0AVia .github/workflows/de ploy.yml:31"
                                + " → package.json:7 \"build\" → prisma db push --accept-data-loss%0AWrite: \"build\": \"next build\"%0ARun"
                                + " `prisma migrate deploy`.",
                        "::warning file=a%2Cb%3Ac.sh,line=2,col=1,title=migrate%3Acheck-scripts flyway-clean-enabled::100 %25"
                                + " unlocked%0ALock%0Ait.",
                        "::notice title=migrate%3Acheck-scripts note::Only so you know.");
    }

    @Test
    void attackOnAnAnnotationStaysInsideIt() {
        Outcomes attack = Outcomes.of("status", State.EDITED)
                .finding(Finding.at(
                        new Position("a::b,line=9\n::stop-commands::x", 1, 1),
                        "edited",
                        Severity.ERROR,
                        "%0A::x\u001b[1m",
                        ""));
        assertThat(gitHub(attack.build()))
                .containsExactly("::error file=a%3A%3Ab%2Cline=9\\n%3A%3Astop-commands%3A%3Ax,line=1,col=1,"
                        + "title=migrate%3Astatus edited::%250A::x\\u001b[1m");
        assertThat(gitHub(Nasty.outcome("deploy").build()))
                .hasSize(3)
                .noneMatch(l -> l.matches("(?s).*[\\r\\n\\u001b].*"));
    }

    @Test
    void summaryTellsTheWholeStory() throws IOException {
        gitHub(Outcomes.failedDeploy().build());
        assertThat(summary())
                .content()
                .contains(
                        "### ❌ migrate&#58;deploy – pending\n",
                        "PostgreSQL 15.18, production; took 412 ms",
                        "> **step-failed** at <code>src/main/resources/db/changelog/0023-order-status.sql&#58;14&#58;9</code>, SQLSTATE",
                        "| <code>0022-add-note</code> | ada |",
                        "#### Pending (2)");
    }

    @Test
    void summaryOfAPlanFoldsTheSqlIntoAFenceThatItCannotClose() throws IOException {
        gitHub(Nasty.outcome("plan").build());
        assertThat(summary())
                .content()
                .contains("<details><summary>Plan: 1 changeset</summary>\n\n`````sql\n-- Plan for");
        gitHub(Outcomes.plan().build());
        assertThat(summary())
                .content()
                .contains("```sql\n-- Plan for", "ALTER TABLE orders\n    ADD COLUMN note text;\n");
    }

    @Test
    void nothingForeignActsAsMarkdownOrHtml() throws IOException {
        gitHub(Nasty.outcome("deploy").build());
        String prose = Files.readString(summary()).split("<details>")[0];
        assertThat(prose)
                .contains("&#60;script&#62;", "a&#124;b", "&#96;c&#96;", "\\u001b&#91;31mred".replace("\\", "&#92;"))
                .doesNotContain("<script>", "`", "**d**", "](", "@team", "http:", "\u001b", "\r");
        assertThat(prose.lines().filter(l -> l.startsWith("| ")))
                .allMatch(l -> l.replaceAll("[^|]", "").length() <= 5);
    }

    @Test
    void missingVariableAndUnwritableFileAreWarningsOnly() {
        new GitHubReport(
                        Map.of(
                                "GITHUB_ACTIONS",
                                "true",
                                "GITHUB_OUTPUT",
                                directory.resolve("no/such/file").toString()),
                        warnings::add)
                .publish(Outcomes.upToDate().build());
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0)).contains("GITHUB_OUTPUT", "NoSuchFileException");
        assertThat(warnings.get(1)).contains("GITHUB_STEP_SUMMARY", "not set");
    }

    @Test
    void outsideOfCiNothingIsWritten() {
        Map<String, String> env = Map.of("GITHUB_OUTPUT", output().toString());
        assertThat(new GitHubReport(env, warnings::add)
                        .publish(Outcomes.trouble().build()))
                .isEmpty();
        new GitLabReport(env, warnings::add).publish(Outcomes.trouble().build(), directory);
        assertThat(directory).isEmptyDirectory();
        assertThat(warnings).isEmpty();
    }

    @Test
    void gitLabGetsADotenvFile() {
        new GitLabReport(Map.of("GITLAB_CI", "true"), warnings::add)
                .publish(Outcomes.trouble().build(), directory.resolve("x"));
        assertThat(directory.resolve("x/migrate.env"))
                .hasContent("MIGRATE_STATE=edited\nMIGRATE_HAS_PENDING=true\nMIGRATE_PENDING_COUNT=2\n");
    }

    @Test
    void gitLabsFileThatCannotBeWrittenIsAWarning() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        new GitLabReport(Map.of("GITLAB_CI", "true"), warnings::add)
                .publish(Outcomes.upToDate().build(), file);
        assertThat(warnings).singleElement().asString().contains("migrate.env", "could not be written");
    }

    @Test
    void errorWithoutAPlaceIsAnnotatedWithoutOne() {
        Outcomes failed = Outcomes.of("status", State.UNREACHABLE);
        failed.error = Optional.of(Failure.InvalidInput.of("no-target", "No database is named.", "Set DIRECT_URL."));
        assertThat(gitHub(failed.build()))
                .containsExactly("::error title=migrate%3Astatus no-target::No database is named.%0ASet DIRECT_URL.");
    }

    private List<String> gitHub(Outcome outcome) {
        Map<String, String> env = Map.of(
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_OUTPUT",
                output().toString(),
                "GITHUB_STEP_SUMMARY",
                summary().toString());
        return new GitHubReport(env, warnings::add).publish(outcome);
    }

    private Path output() {
        return directory.resolve("output");
    }

    private Path summary() {
        return directory.resolve("summary.md");
    }
}
