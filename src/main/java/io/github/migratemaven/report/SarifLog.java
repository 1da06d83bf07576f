package io.github.migratemaven.report;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
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

    private final JsonWriter json;

    SarifLog(JsonWriter json) {
        this.json = json;
    }

    void write(Outcome outcome) {
        Map<String, Finding> rules = new LinkedHashMap<>();
        for (Finding finding : outcome.findings()) {
            rules.putIfAbsent(finding.id(), finding);
        }
        List<String> ids = List.copyOf(rules.keySet());
        json.startObject();
        json.string("$schema", SCHEMA);
        json.string("version", "2.1.0");
        json.startArray("runs");
        json.startObject();
        tool(outcome.goal(), rules);
        // Our columns count code points.
        json.string("columnKind", "unicodeCodePoints");
        invocation(outcome);
        json.startArray("results");
        for (Finding finding : outcome.findings()) {
            result(finding, ids.indexOf(finding.id()));
        }
        json.endArray();
        json.endObject();
        json.endArray();
        json.endObject();
    }

    private void tool(String goal, Map<String, Finding> rules) {
        json.startObject("tool");
        json.startObject("driver");
        json.string("name", "migrate:" + goal);
        json.startArray("rules");
        for (Finding finding : rules.values()) {
            rule(finding);
        }
        json.endArray();
        json.endObject();
        json.endObject();
    }

    private void rule(Finding finding) {
        Optional<Finding.Rule> rule = finding.rule();
        json.startObject();
        json.string("id", finding.id());
        String name = finding.id().replace('-', ' ');
        text("shortDescription", rule.isPresent() ? rule.get().name() + ": " + name : name);
        text("fullDescription", rule.isPresent() ? rule.get().why() : name);
        if (!finding.suggestion().isEmpty()) {
            text("help", finding.suggestion());
        }
        String link = rule.isPresent() ? rule.get().link() : "";
        if (!link.isEmpty()) {
            json.string("helpUri", link);
        }
        json.endObject();
    }

    private void invocation(Outcome outcome) {
        json.startArray("invocations");
        json.startObject();
        // A build that must fail was looked at all the same.
        json.flag(
                "executionSuccessful",
                outcome.error().isEmpty() || !outcome.findings().isEmpty());
        json.string("startTimeUtc", outcome.startedAt().toString());
        json.endObject();
        json.endArray();
    }

    private void result(Finding finding, int ruleIndex) {
        json.startObject();
        json.string("ruleId", finding.id());
        json.number("ruleIndex", ruleIndex);
        json.string("level", level(finding.severity()));
        String chain = finding.chain().size() < 2 ? "" : "\nVia " + String.join(" → ", finding.chain());
        text("message", finding.message() + chain);
        json.startArray("locations");
        if (finding.position().isPresent()) {
            location(finding.position().get(), "");
        }
        json.endArray();
        if (finding.route().size() > 1) {
            flow(finding);
        }
        json.startObject("partialFingerprints");
        json.string("migrateFinding/v1", fingerprint(finding));
        json.endObject();
        json.endObject();
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
    private void flow(Finding finding) {
        json.startArray("codeFlows");
        json.startObject();
        json.startArray("threadFlows");
        json.startObject();
        json.startArray("locations");
        for (Finding.Stop stop : finding.route()) {
            json.startObject();
            json.name("location");
            location(stop.position(), stop.title().isEmpty() ? "runs" : stop.title());
            json.endObject();
        }
        json.endArray();
        json.endObject();
        json.endArray();
        json.endObject();
        json.endArray();
    }

    private void location(Position position, String message) {
        json.startObject();
        json.startObject("physicalLocation");
        json.startObject("artifactLocation");
        json.string("uri", uri(position.file()));
        json.string("uriBaseId", ROOT);
        json.endObject();
        if (position.line() > 0) {
            json.startObject("region");
            json.number("startLine", position.line());
            if (position.column() > 0) {
                json.number("startColumn", position.column());
            }
            json.endObject();
        }
        json.endObject();
        if (!message.isEmpty()) {
            text("message", message);
        }
        json.endObject();
    }

    private void text(String field, String text) {
        json.startObject(field);
        json.string("text", text);
        json.endObject();
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
