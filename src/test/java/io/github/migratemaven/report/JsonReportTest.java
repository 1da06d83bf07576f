package io.github.migratemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.migratemaven.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Outcomes> everything() {
        return ConsoleReportTest.everything();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyReportFitsThePublishedSchemaAndHasNoKeyBesides(Outcomes outcomes) throws IOException {
        assertThat(strictSchema().validate(json(outcomes))).isEmpty();
    }

    @Test
    void schemaRefusesWhatItShould() throws IOException {
        ObjectNode json = (ObjectNode) json(Outcomes.trouble());
        json.put("state", "fine").put("more", 1).remove("millis");
        assertThat(strictSchema().validate(json).toString())
                .contains("$.state: does not have a value in the enumeration")
                .contains("required property 'millis' not found")
                .contains("property 'more' is not defined in the schema");
    }

    @Test
    void schemaNamesTheStatesThatThereAre() throws IOException {
        assertThat(schemaText().at("/$defs/state/enum"))
                .map(JsonNode::textValue)
                .containsExactlyElementsOf(
                        Arrays.stream(State.values()).map(State::word).toList());
    }

    @Test
    void keysAreThoseOfTheContractInTheirOrder() throws IOException {
        assertThat(json(Outcomes.failedDeploy()).fieldNames())
                .toIterable()
                .containsExactly(
                        "goal",
                        "state",
                        "states",
                        "target",
                        "applied",
                        "pending",
                        "steps",
                        "findings",
                        "lastRun",
                        "error",
                        "startedAt",
                        "millis");
    }

    @Test
    void failedStepIsThereWithPlaceAndSqlstate() throws IOException {
        assertThat(json(Outcomes.failedDeploy()).get("error")).isEqualTo(MAPPER.readTree("""
                {"code": "step-failed",
                 "message": "column \\"customer\\" does not exist\\nHint: Perhaps you meant to reference the column \\"orders.customer_id\\".",
                 "hint": "Correct the statement and deploy again; the changeset was rolled back as a whole.",
                 "file": "src/main/resources/db/changelog/0023-order-status.sql", "line": 14, "column": 9, "sqlstate": "42703"}"""));
    }

    @Test
    void appliedChangesetOfThisRunHasItsDurationAndThatOfAnEarlierRunHasNone() throws IOException {
        assertThat(json(Outcomes.deployed()).at("/applied/0")).isEqualTo(MAPPER.readTree("""
                {"id": "0022-add-note", "author": "ada", "path": "db/changelog/0022-add-note.sql",
                 "file": "src/main/resources/db/changelog/0022-add-note.sql", "line": 3,
                 "executedAt": null, "execType": "EXECUTED", "millis": 12}"""));
        JsonNode earlier = json(Outcomes.trouble()).at("/applied/8");
        assertThat(earlier.has("millis")).isFalse();
        assertThat(earlier.get("file").isNull()).isTrue();
        assertThat(earlier.get("executedAt").textValue()).isEqualTo("2026-11-13T17:00:00");
    }

    @Test
    void stepThatReturnsNothingHasNullRows() throws IOException {
        assertThat(json(Outcomes.deployed()).at("/steps/0")).isEqualTo(MAPPER.readTree("""
                {"sql": "ALTER TABLE orders ADD COLUMN note text", "file": "src/main/resources/db/changelog/0022-add-note.sql",
                 "line": 4, "column": 1,
                 "changeset": {"id": "0022-add-note", "author": "ada", "path": "db/changelog/0022-add-note.sql"},
                 "millis": 12, "rows": null}"""));
    }

    @Test
    void plannedStepCarriesLockRiskAndTransaction() throws IOException {
        JsonNode steps = json(Outcomes.plan()).get("steps");
        assertThat(steps).hasSize(4);
        assertThat(steps.at("/2/lock").textValue()).isEqualTo("SHARE UPDATE EXCLUSIVE on orders");
        assertThat(steps.at("/2/risk").isNull()).isTrue();
        assertThat(steps.at("/2/transactional").booleanValue()).isFalse();
        assertThat(steps.at("/3/sql").textValue()).isEqualTo("loadData: countries from db/data/countries.csv");
    }

    @Test
    void lastRunIsToldInUtcWithoutItsCatalogue() throws IOException {
        JsonNode run = json(Outcomes.upToDate()).get("lastRun");
        assertThat(run.get("finishedAt").textValue()).isEqualTo("2026-11-20T08:15:05.400Z");
        assertThat(run.has("catalogue")).isFalse();
    }

    @Test
    void nastyTextComesThroughUnchanged() throws IOException {
        JsonNode pending = json(Nasty.outcome("status")).at("/pending/0");
        assertThat(pending.get("id").textValue()).isEqualTo(Nasty.LONG);
        assertThat(pending.get("author").textValue()).isEqualTo(Nasty.TEXT);
    }

    @Test
    void fileReplacesTheLastOneInADirectoryThatIsMadeAndLeavesNothingElse(@TempDir Path directory) throws IOException {
        Path output = directory.resolve("target/migrate");
        new JsonReport().write(Outcomes.trouble().build(), output);
        new JsonReport().write(Outcomes.upToDate().build(), output);
        try (Stream<Path> files = Files.list(output)) {
            assertThat(files).containsExactly(output.resolve("status.json"));
        }
        assertThat(MAPPER.readTree(output.resolve("status.json").toFile())
                        .get("state")
                        .textValue())
                .isEqualTo("up-to-date");
    }

    @Test
    void brokenSurrogateStillMakesAFileOfValidUtf8(@TempDir Path directory) throws IOException {
        Path file = new JsonReport().write(Nasty.outcome("status").build(), directory);
        assertThat(MAPPER.readTree(Files.readString(file)).get("goal").textValue())
                .isEqualTo("status");
    }

    private static JsonNode json(Outcomes outcomes) throws IOException {
        return MAPPER.readTree(new JsonReport().text(outcomes.build()));
    }

    private static JsonNode schemaText() throws IOException {
        return MAPPER.readTree(Path.of("docs/schema/outcome-1.schema.json").toFile());
    }

    /** The published schema lets later versions add keys; our own tests do not let them in unnoticed. */
    private static JsonSchema strictSchema() throws IOException {
        JsonNode schema = schemaText();
        close(schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        node.forEach(JsonReportTest::close);
    }
}
