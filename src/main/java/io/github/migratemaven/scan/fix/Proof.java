package io.github.migratemaven.scan.fix;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Program;
import io.github.migratemaven.scan.shell.ShellReader;
import io.github.migratemaven.scan.shell.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Reads a file again as it would be, and compares: everything but what had to go must be there, and nothing else. */
final class Proof {
    /** What may go with a command that it was fed by or that spoke of its end. */
    private static final Set<String> COMPANIONS = Set.of(
            "yes", "echo", "printf", "true", ":", "cat", "tee", "grep", "head", "tail", "sed", "exit", "return",
            "false", "sleep", "logger", "sh", "bash");

    private final List<Extractor> extractors;
    private final ShellReader shell;
    private final ProjectFiles project;

    Proof(List<Extractor> extractors, ShellReader shell, ProjectFiles project) {
        this.extractors = extractors;
        this.shell = shell;
        this.project = project;
    }

    /** @param sites what the edit is to rid the file of */
    boolean holds(SourceFile before, SourceFile after, List<Site> sites) {
        List<String> lost = facts(before);
        List<String> gained = facts(after);
        for (String fact : List.copyOf(gained)) {
            if (lost.remove(fact)) {
                gained.remove(fact);
            }
        }
        Set<String> meant = new HashSet<>();
        for (Site site : sites) {
            meant.addAll(facts(site));
        }
        return !lost.isEmpty() && nothingElseGoes(lost, meant) && nothingNew(gained, lost);
    }

    private static boolean nothingElseGoes(List<String> lost, Set<String> meant) {
        for (String fact : lost) {
            if (!meant.contains(fact) && !isCompanion(fact)) {
                return false;
            }
        }
        return true;
    }

    private static boolean nothingNew(List<String> gained, List<String> lost) {
        for (String fact : gained) {
            if (!isCompanion(fact) && !isSofter(fact, lost)) {
                return false;
            }
        }
        return true;
    }

    private List<String> facts(SourceFile file) {
        List<String> facts = new ArrayList<>();
        for (Extractor extractor : extractors) {
            if (extractor.accepts(file.path())) {
                Extract extract = extractor.extract(file, project);
                for (Script script : extract.scripts()) {
                    for (Command command : shell.commands(script.body())) {
                        facts.add(fact(command));
                    }
                }
                for (Setting setting : extract.settings()) {
                    facts.add(fact(setting.key(), setting.value()));
                }
            }
        }
        return facts;
    }

    /** A command goes with what was set for its own script. */
    private static Set<String> facts(Site site) {
        if (site instanceof Site.InSetting setting) {
            return Set.of(fact(setting.setting().key(), setting.setting().value()));
        }
        Site.InCommand command = (Site.InCommand) site;
        Set<String> facts = new HashSet<>(Set.of(fact(command.command())));
        for (Map.Entry<String, String> variable : command.script().environment().entrySet()) {
            facts.add(fact(variable.getKey(), variable.getValue()));
        }
        return facts;
    }

    private static String fact(Command command) {
        StringJoiner words = new StringJoiner("\u0000", "$ ", "");
        for (Word word : command.words()) {
            words.add(word.text());
        }
        return words.toString();
    }

    private static String fact(String key, String value) {
        return "= " + key + "\u0000" + value;
    }

    private static boolean isCompanion(String fact) {
        return fact.startsWith("$ ")
                && COMPANIONS.contains(Program.name(fact.substring(2).split("\u0000", 2)[0]));
    }

    /** A setting with another value, a command with a word less or another value in one. */
    private static boolean isSofter(String fact, List<String> lost) {
        String[] now = fact.split("\u0000");
        for (String before : lost) {
            String[] then = before.split("\u0000");
            if (now[0].equals(then[0]) && now.length <= then.length && then.length - now.length <= 1) {
                return true;
            }
        }
        return false;
    }
}
