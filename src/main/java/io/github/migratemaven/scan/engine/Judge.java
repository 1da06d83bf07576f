package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Masked;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.Visible;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.catalog.Banned;
import io.github.migratemaven.scan.catalog.Catalog.Match;
import io.github.migratemaven.scan.fix.Site;
import io.github.migratemaven.scan.shell.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what each match means: what fails a build, and what is only worth saying. */
final class Judge {
    private final ScanOptions options;
    private final Reach reach;
    private final Map<String, Finding> byPlace = new LinkedHashMap<>();
    private final FindingDetails details = new FindingDetails();

    Judge(ScanOptions options, Reach reach) {
        this.options = options;
        this.reach = reach;
    }

    List<Finding> findings() {
        return List.copyOf(byPlace.values());
    }

    /** By file, line and column. */
    static List<Finding> inOrder(List<Finding> unordered) {
        List<Finding> findings = new ArrayList<>(unordered);
        findings.sort(Comparator.comparing(
                        (Finding f) -> f.position().map(Position::file).orElse(""))
                .thenComparing(f -> f.position().map(Position::line).orElse(0))
                .thenComparing(f -> f.position().map(Position::column).orElse(0)));
        return findings;
    }

    void command(Script script, Command command, Match match) {
        Position position = command.source().position(match.start());
        Optional<Reach.Way> way = reach.of(script);
        if (match.ciOnly() && !way.map(Reach.Way::fromEntry).orElse(false)) {
            // What a developer types every day is no finding where only a developer can type it.
            return;
        }
        List<String> chain =
                new ArrayList<>(way.map(w -> w.chain(position)).orElseGet(() -> List.of(Reach.link(script, position))));
        chain.add(match.shown());
        Verdict verdict = verdict(script, match, way);
        met(new Site.InCommand(position, match, script, command), way.map(w -> w.route(position)));
        add(position, match.banned(), verdict, match.shown(), chain);
    }

    /** What is behind each finding, for those who say more of it. */
    FindingDetails details() {
        return details;
    }

    private void met(Site site, Optional<List<Finding.Stop>> route) {
        details.add(site, route.orElse(List.of()));
    }

    /** @param why for the message: why it is mild; empty when it is not */
    private record Verdict(Severity severity, String why) {}

    private Verdict verdict(Script script, Match match, Optional<Reach.Way> way) {
        Severity full = options.severities()
                .getOrDefault(match.banned().id(), match.banned().severity());
        if (!runsUnmeant(match, way)) {
            return switch (options.developmentScripts()) {
                case FAIL -> new Verdict(full, "");
                case WARN -> new Verdict(milder(full, Severity.WARNING), "nothing in the build reaches it");
                default -> new Verdict(Severity.INFO, "nothing in the build reaches it");
            };
        }
        return mild(match, way.map(Reach.Way::mild).orElse(Reach.mild(script.evidence())), full);
    }

    /** Whether a machine runs it, somebody who does not expect it from its name, or somebody on a server of others. */
    private static boolean runsUnmeant(Match match, Optional<Reach.Way> way) {
        return match.remoteTarget()
                || way.map(w -> w.fromEntry() || w.fromPromise() && !match.inPlace())
                        .orElse(false);
    }

    private Verdict mild(Match match, boolean byEvidence, Severity full) {
        if (options.strict()) {
            return new Verdict(full, "");
        }
        if (match.throwaway() || match.development() || byEvidence) {
            return new Verdict(Severity.INFO, "its database is a throw-away, or it is for tests or development");
        }
        boolean chosen = options.severities().containsKey(match.banned().id());
        return match.unlocksOnly() && !chosen
                ? new Verdict(milder(full, Severity.WARNING), "it asks or only unlocks")
                : new Verdict(full, "");
    }

    private static Severity milder(Severity one, Severity other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    void setting(Setting setting, Match match) {
        Severity full = options.severities()
                .getOrDefault(match.banned().id(), match.banned().severity());
        boolean byEvidence = !Collections.disjoint(setting.evidence(), ScanOptions.MILD);
        Verdict verdict = mild(match, byEvidence, full);
        met(new Site.InSetting(setting.position(), match, setting), Optional.empty());
        add(setting.position(), match.banned(), verdict, match.shown(), List.of());
    }

    private void add(Position position, Banned banned, Verdict verdict, String shown, List<String> chain) {
        String message = shown + ": " + banned.why() + (verdict.why().isEmpty() ? "" : " (" + verdict.why() + ")");
        Finding finding = new Finding(
                banned.id(),
                verdict.severity(),
                Visible.line(Masked.text(message)),
                Optional.of(position),
                chain.stream().map(Masked::text).map(Visible::line).toList(),
                banned.instead());
        byPlace.merge(
                position + " " + banned.id(),
                finding,
                (one, other) -> one.severity().compareTo(other.severity()) <= 0 ? one : other);
    }
}
