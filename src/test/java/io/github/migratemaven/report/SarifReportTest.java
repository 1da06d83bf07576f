package io.github.migratemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.migratemaven.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {
    @TempDir
    Path folder;

    private final JsonNode run = run(ScriptFindings.outcome());

    @Test
    void itIsALogOfOneRunInVersionTwoPointOne() throws IOException {
        Path file = new SarifReport().write(ScriptFindings.outcome(), folder.resolve("new"));
        JsonNode log = new ObjectMapper().readTree(Files.readString(file));

        assertThat(file).hasFileName("check-scripts.sarif");
        assertThat(log.get("version").textValue()).isEqualTo("2.1.0");
        assertThat(log.get("$schema").textValue()).endsWith("sarif-schema-2.1.0.json");
        assertThat(log.get("runs")).hasSize(1);
        assertThat(run.at("/tool/driver/name").textValue()).isEqualTo("migrate:check-scripts");
        assertThat(run.at("/invocations/0/executionSuccessful").booleanValue()).isTrue();
        assertThat(run.at("/columnKind").textValue()).isEqualTo("unicodeCodePoints");
    }

    @Test
    void eachIdIsARuleWithItsReasonAndItsLink() {
        JsonNode rules = run.at("/tool/driver/rules");
        assertThat(rules.findValuesAsText("id")).containsExactly("note", "flyway-clean-enabled", "prisma-db-push");
        JsonNode prisma = rules.get(2);
        assertThat(prisma.at("/shortDescription/text").textValue()).isEqualTo("Prisma: prisma db push");
        assertThat(prisma.at("/fullDescription/text").textValue()).isEqualTo("It drops columns.");
        assertThat(prisma.at("/helpUri").textValue()).isEqualTo("https://www.prisma.io/docs/cli/db/push");
        assertThat(prisma.at("/help/text").textValue()).startsWith("Run ");
        assertThat(rules.get(0).has("helpUri")).isFalse();
    }

    @Test
    void eachFindingIsAResultOfItsRuleAtItsPlace() {
        JsonNode results = run.get("results");
        assertThat(results.findValuesAsText("level")).containsExactly("note", "warning", "error");
        for (JsonNode result : results) {
            int rule = result.get("ruleIndex").intValue();
            assertThat(run.at("/tool/driver/rules/" + rule + "/id")).isEqualTo(result.get("ruleId"));
            assertThat(result.at("/message/text").textValue()).isNotBlank();
        }
        assertThat(results.get(0).get("locations")).isEmpty();
        JsonNode place = results.get(1).at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").textValue()).isEqualTo("a%2Cb%3Ac.sh");
        assertThat(place.at("/artifactLocation/uriBaseId").textValue()).isEqualTo("%SRCROOT%");
        assertThat(results.get(2).at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":7,\"startColumn\":33}");
    }

    @Test
    void theChainIsAFlowFromTheEntryToTheCommand() {
        JsonNode flow = run.at("/results/2/codeFlows/0/threadFlows/0/locations");
        assertThat(flow.findValuesAsText("uri")).isEqualTo(List.of(".github/workflows/de%20ploy.yml", "package.json"));
        assertThat(flow.findValuesAsText("startLine")).containsExactly("31", "7");
        assertThat(flow.at("/1/location/message/text").textValue()).isEqualTo("\"build\"");
        assertThat(run.at("/results/1").has("codeFlows")).isFalse();
    }

    @Test
    void nothingFoundIsALogWithoutResults() {
        JsonNode empty =
                run(Outcome.ofFindings("check-scripts", List.of(), Optional.empty(), Instant.EPOCH, Duration.ZERO));
        assertThat(empty.get("results").isArray()).isTrue();
        assertThat(empty.get("results")).isEmpty();
    }

    private static JsonNode run(Outcome outcome) {
        try {
            return new ObjectMapper()
                    .readTree(new SarifReport().text(outcome))
                    .get("runs")
                    .get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
