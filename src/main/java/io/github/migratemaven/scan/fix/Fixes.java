package io.github.migratemaven.scan.fix;

import io.github.migratemaven.model.Finding.Edit;
import io.github.migratemaven.model.Finding.Fix;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.shell.ShellReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds an edit for each banned command and setting of a scan, or says why a person must do it. */
public final class Fixes {
    private static final String ALONE = "what a shell gets does nothing else: take out what runs it";

    private final ProjectFiles project;
    private final Proof proof;
    private final Map<Site, List<Edit>> edits = new IdentityHashMap<>();
    private final Map<Site, String> refused = new IdentityHashMap<>();

    private Fixes(ProjectFiles project, Proof proof) {
        this.project = project;
        this.proof = proof;
    }

    /** @return one for each site */
    public static Map<Site, Fix> of(
            List<Site> sites, List<Extractor> extractors, ShellReader shell, ProjectFiles project) {
        Fixes fixes = new Fixes(project, new Proof(extractors, shell, project));
        List<Site.InCommand> commands = new ArrayList<>();
        for (Site site : sites) {
            if (site instanceof Site.InCommand command && !fixes.inPlace(command)) {
                commands.add(command);
            } else if (site instanceof Site.InSetting setting) {
                fixes.setting(setting);
            }
        }
        List<Site.InCommand> outer = fixes.remove(commands, false);
        fixes.remove(outer, true);
        return fixes.proved(sites);
    }

    private void setting(Site.InSetting site) {
        SourceFile file = project.read(site.position().file()).orElse(null);
        if (file != null) {
            Optional<Edit> edit = SettingFix.of(site, file);
            if (edit.isPresent()) {
                edits.put(site, List.of(edit.get()));
            }
        }
        if (!edits.containsKey(site)) {
            refused.put(site, "its value is not plain text on the line of its key");
        }
    }

    /** What is not a whole command: a value, one goal of several. */
    private boolean inPlace(Site.InCommand site) {
        SourceFile file = site.command().source().file();
        if (!CommandFix.isPosix(site.script().body())) {
            refused.put(site, "it is not in a POSIX shell's text");
            return true;
        }
        if (SafeValue.knows(site.match().banned().id()) && site.match().shown().contains("=")) {
            Optional<Edit> edit = SettingFix.of(site, file);
            if (edit.isPresent()) {
                edits.put(site, List.of(edit.get()));
            } else {
                refused.put(site, "its value is not written where it is used");
            }
            return true;
        }
        var goal = Goal.of(site.command(), site.match().shown());
        if (goal.isPresent()) {
            edits.put(site, List.of(goal.get().in(site.command().source())));
        }
        return goal.isPresent();
    }

    /**
     * @param outer whether the text of the whole script counts, or the innermost that a shell reads
     * @return those of texts that do nothing else, though what surrounds them may
     */
    private List<Site.InCommand> remove(List<Site.InCommand> sites, boolean outer) {
        Map<String, List<Site.InCommand>> byText = new LinkedHashMap<>();
        Map<String, Source> texts = new LinkedHashMap<>();
        for (Site.InCommand site : sites) {
            Source source = outer ? around(site) : site.command().source();
            if (source == null) {
                refused.put(site, ALONE);
                continue;
            }
            String key = source.file().path() + " " + source.offset(0) + " " + source.text();
            texts.putIfAbsent(key, source);
            if (!byText.containsKey(key)) {
                byText.put(key, new ArrayList<>());
            }
            byText.get(key).add(site);
        }
        List<Site.InCommand> left = new ArrayList<>();
        for (Map.Entry<String, List<Site.InCommand>> together : byText.entrySet()) {
            if (cut(texts.get(together.getKey()), together.getValue(), outer) && !outer) {
                left.addAll(together.getValue());
            }
        }
        return left;
    }

    /** @return whether the text does nothing else */
    private boolean cut(Source source, List<Site.InCommand> sites, boolean outer) {
        try {
            List<Integer> at = new ArrayList<>();
            for (Site.InCommand site : sites) {
                at.add(
                        outer
                                ? CommandFix.index(source, offset(site))
                                : site.match().start());
            }
            List<Edit> all = CommandFix.edits(source, at);
            for (Site site : sites) {
                edits.put(site, all);
            }
            return false;
        } catch (Pruner.Refusal refusal) {
            for (Site site : sites) {
                refused.put(site, refusal.whole() ? ALONE : refusal.getMessage());
            }
            return refusal.whole();
        }
    }

    private static Source around(Site.InCommand site) {
        Source inner = site.command().source();
        return CommandFix.around(site.script().body(), offset(site))
                .filter(source ->
                        source.file() == inner.file() && !source.text().equals(inner.text()))
                .orElse(null);
    }

    private static int offset(Site.InCommand site) {
        return site.command().source().offset(site.match().start());
    }

    private Map<Site, Fix> proved(List<Site> sites) {
        Map<String, List<Site>> byFile = new TreeMap<>();
        for (Site site : sites) {
            if (edits.containsKey(site)) {
                String file = site.position().file();
                if (!byFile.containsKey(file)) {
                    byFile.put(file, new ArrayList<>());
                }
                byFile.get(file).add(site);
            }
        }
        Map<Site, Fix> fixes = new IdentityHashMap<>();
        for (Map.Entry<String, List<Site>> together : byFile.entrySet()) {
            Optional<SourceFile> file = project.read(together.getKey());
            if (file.isPresent() && !proved(file.get(), together.getValue(), fixes)) {
                // One that cannot be proved must not stand in the way of the others.
                for (Site site : together.getValue()) {
                    proved(file.get(), List.of(site), fixes);
                }
            }
        }
        for (Site site : sites) {
            fixes.putIfAbsent(
                    site,
                    Fix.byHand(
                            edits.containsKey(site)
                                    ? "an edit would change more than this command"
                                    : refused.get(site)));
        }
        return fixes;
    }

    private boolean proved(SourceFile file, List<Site> sites, Map<Site, Fix> fixes) {
        List<Edit> sorted = new ArrayList<>();
        for (Site site : sites) {
            sorted.addAll(edits.get(site));
        }
        sorted.sort(Comparator.comparingInt(Edit::start));
        List<Edit> all = Edits.merged(sorted);
        String text = Edits.apply(file.text(), all);
        boolean readable = file.text().indexOf('\uFFFD') < 0;
        if (!readable || !proof.holds(file, new SourceFile(file.path(), text), sites)) {
            return false;
        }
        for (Site site : sites) {
            fixes.put(site, Edits.fix(file.text(), all, edits.get(site)));
        }
        return true;
    }
}
