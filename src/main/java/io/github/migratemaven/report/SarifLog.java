package io.github.migratemaven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which value stands where in a SARIF log: one run, a rule for each id, a result for each finding. */
final class SarifLog {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    /** What GitHub and others take as the repository's root when no run says where it lies. */
    private static final String ROOT = "%SRCROOT%";

    private final JsonGenerator json;

    SarifLog(JsonGenerator json) {
        this.json = json;
    }

    void write(Outcome outcome) throws IOException {
        Map<String, Finding> rules = new LinkedHashMap<>();
        for (Finding finding : outcome.findings()) {
            rules.putIfAbsent(finding.id(), finding);
        }
        List<String> ids = List.copyOf(rules.keySet());
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool(outcome.goal(), rules);
        // Our columns count code points.
        json.writeStringField("columnKind", "unicodeCodePoints");
        invocation(outcome);
        json.writeArrayFieldStart("results");
        for (Finding finding : outcome.findings()) {
            result(finding, ids.indexOf(finding.id()));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(String goal, Map<String, Finding> rules) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "migrate:" + goal);
        json.writeArrayFieldStart("rules");
        for (Finding finding : rules.values()) {
            rule(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void rule(Finding finding) throws IOException {
        Optional<Finding.Rule> rule = finding.rule();
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        String name = finding.id().replace('-', ' ');
        text("shortDescription", rule.isPresent() ? rule.get().name() + ": " + name : name);
        text("fullDescription", rule.isPresent() ? rule.get().why() : name);
        if (!finding.suggestion().isEmpty()) {
            text("help", finding.suggestion());
        }
        String link = rule.isPresent() ? rule.get().link() : "";
        if (!link.isEmpty()) {
            json.writeStringField("helpUri", link);
        }
        json.writeEndObject();
    }

    private void invocation(Outcome outcome) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        // A build that must fail was looked at all the same.
        json.writeBooleanField(
                "executionSuccessful",
                outcome.error().isEmpty() || !outcome.findings().isEmpty());
        json.writeStringField("startTimeUtc", outcome.startedAt().toString());
        json.writeEndObject();
        json.writeEndArray();
    }

    private void result(Finding finding, int ruleIndex) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.id());
        json.writeNumberField("ruleIndex", ruleIndex);
        json.writeStringField("level", level(finding.severity()));
        String chain = finding.chain().size() < 2 ? "" : "\nVia " + String.join(" → ", finding.chain());
        text("message", finding.message() + chain);
        json.writeArrayFieldStart("locations");
        if (finding.position().isPresent()) {
            location(finding.position().get(), "");
        }
        json.writeEndArray();
        if (finding.route().size() > 1) {
            flow(finding);
        }
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("migrateFinding/v1", fingerprint(finding));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Stays the same when lines are added above. */
    private static String fingerprint(Finding finding) {
        String file = finding.position().isPresent() ? finding.position().get().file() : "";
        String last = finding.chain().isEmpty()
                ? ""
                : finding.chain().get(finding.chain().size() - 1);
        return Integer.toHexString((finding.id() + '\n' + file + '\n' + last).hashCode());
    }

    /** From the entry point to the command. */
    private void flow(Finding finding) throws IOException {
        json.writeArrayFieldStart("codeFlows");
        json.writeStartObject();
        json.writeArrayFieldStart("threadFlows");
        json.writeStartObject();
        json.writeArrayFieldStart("locations");
        for (Finding.Stop stop : finding.route()) {
            json.writeStartObject();
            json.writeFieldName("location");
            location(stop.position(), stop.title().isEmpty() ? "runs" : stop.title());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void location(Position position, String message) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(position.file()));
        json.writeStringField("uriBaseId", ROOT);
        json.writeEndObject();
        if (position.line() > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", position.line());
            if (position.column() > 0) {
                json.writeNumberField("startColumn", position.column());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        if (!message.isEmpty()) {
            text("message", message);
        }
        json.writeEndObject();
    }

    private void text(String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.word();
    }

    /** A relative reference (RFC 3986, 3.3): what is not unreserved goes as percent and two digits. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0;
            uri.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return uri.toString();
    }
}
