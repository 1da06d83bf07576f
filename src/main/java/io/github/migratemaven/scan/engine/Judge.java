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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        findings.sort(Judge::compare);
        return findings;
    }

    private static int compare(Finding one, Finding other) {
        if (one.position().isEmpty() || other.position().isEmpty()) {
            return Boolean.compare(one.position().isPresent(), other.position().isPresent());
        }
        Position first = one.position().get();
        Position second = other.position().get();
        int files = first.file().compareTo(second.file());
        int lines = Integer.compare(first.line(), second.line());
        return files != 0 ? files : lines != 0 ? lines : Integer.compare(first.column(), second.column());
    }

    void command(Script script, Command command, Match match) {
        Position position = command.source().position(match.start());
        Optional<Reach.Way> way = reach.of(script);
        if (match.ciOnly() && (way.isEmpty() || !way.get().fromEntry())) {
            // What a developer types every day is no finding where only a developer can type it.
            return;
        }
        List<String> chain = new ArrayList<>();
        List<Finding.Stop> route = List.of();
        if (way.isPresent()) {
            chain.addAll(way.get().chain(position));
            route = way.get().route(position);
        } else {
            chain.add(Reach.link(script, position));
        }
        chain.add(match.shown());
        Verdict verdict = verdict(script, match, way);
        details.add(new Site.InCommand(position, match, script, command), route);
        add(position, match.banned(), verdict, match.shown(), chain);
    }

    /** What is behind each finding, for those who say more of it. */
    FindingDetails details() {
        return details;
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
        Set<Script.Evidence> evidence = way.isPresent() ? way.get().evidence() : script.evidence();
        boolean byEvidence = Reach.mild(match.remoteTarget() ? elsewhere(evidence) : evidence);
        return mild(match, byEvidence, full);
    }

    /** The database beside a job is not the one that is meant on another machine: {@code ssh host npx prisma db push}. */
    private static Set<Script.Evidence> elsewhere(Set<Script.Evidence> evidence) {
        Set<Script.Evidence> left = EnumSet.noneOf(Script.Evidence.class);
        left.addAll(evidence);
        left.remove(Script.Evidence.THROWAWAY_DATABASE);
        return left;
    }

    /** Whether a machine runs it, somebody who does not expect it from its name, or somebody on a server of others. */
    private static boolean runsUnmeant(Match match, Optional<Reach.Way> way) {
        return match.remoteTarget()
                || way.isPresent() && (way.get().fromEntry() || way.get().fromPromise() && !match.inPlace());
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
        details.add(new Site.InSetting(setting.position(), match, setting), List.of());
        add(setting.position(), match.banned(), verdict, match.shown(), List.of());
    }

    private void add(Position position, Banned banned, Verdict verdict, String shown, List<String> chain) {
        String message = shown + ": " + banned.why() + (verdict.why().isEmpty() ? "" : " (" + verdict.why() + ")");
        List<String> visible = new ArrayList<>();
        for (String link : chain) {
            visible.add(Visible.line(Masked.text(link)));
        }
        Finding finding = new Finding(
                banned.id(),
                verdict.severity(),
                Visible.line(Masked.text(message)),
                Optional.of(position),
                visible,
                banned.instead());
        String key = position + " " + banned.id();
        Finding before = byPlace.get(key);
        if (before == null || before.severity().compareTo(finding.severity()) > 0) {
            byPlace.put(key, finding);
        }
    }
}
