package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What one {@code FROM} and the instructions below it say. Not thread-safe. */
final class ImageStage {
    /** An instruction that runs something, with what held at its place. */
    record Step(Instruction instruction, String workingFolder, Dialect dialect) {}

    /** A variable that the image sets. */
    record Variable(String name, String value, Position position) {}

    private static final int MAX_VARIABLES = 500;

    private final ImagePaths paths;
    private final List<Step> steps = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private String name = "";
    private String workingFolder = "/";
    private Dialect dialect = Dialect.POSIX;
    private Step entrypoint;
    private Step command;
    private boolean startChanged;

    ImageStage(ImagePaths paths) {
        this.paths = paths;
    }

    /** @param global what stands above the first stage */
    static ImageStage from(Instruction from, List<ImageStage> earlier, ImageStage global) {
        String[] words = from.operand().text().strip().split("\\s+");
        String base = Variables.expand(words[0], global.environment);
        ImageStage parent = find(base, earlier);
        ImageStage stage = new ImageStage((parent == null ? global : parent).paths.inherit());
        if (parent != null) {
            stage.environment.putAll(parent.environment);
            stage.written.addAll(parent.written);
            stage.workingFolder = parent.workingFolder;
            stage.dialect = parent.dialect;
            stage.entrypoint = parent.entrypoint;
            stage.command = parent.command;
        } else {
            stage.environment.putAll(global.environment);
            String image = base.toLowerCase(Locale.ROOT);
            // Where the image is Windows, shell text is for cmd until SHELL says otherwise.
            boolean windows =
                    image.contains("windows/") || image.contains("nanoserver") || image.contains("servercore");
            stage.dialect = windows ? Dialect.CMD : Dialect.POSIX;
        }
        if (words.length >= 3 && words[1].equalsIgnoreCase("as")) {
            stage.name = words[2];
        }
        return stage;
    }

    private static ImageStage find(String name, List<ImageStage> stages) {
        for (int i = stages.size() - 1; i >= 0; i--) {
            if (stages.get(i).name.equalsIgnoreCase(name) && !name.isEmpty()
                    || Integer.toString(i).equals(name)) {
                return stages.get(i);
            }
        }
        return null;
    }

    static boolean copies(Instruction instruction) {
        return instruction.name().equals("COPY") || instruction.name().equals("ADD");
    }

    static List<String> sources(Instruction copy) {
        List<String> words = words(copy.operand());
        return words.isEmpty() ? words : words.subList(0, words.size() - 1);
    }

    private static List<String> words(Source operand) {
        return ExecForm.read(operand)
                .map(all -> all.stream().map(Source::text).toList())
                .orElseGet(() -> List.of(operand.text().strip().split("\\s+")));
    }

    void add(Instruction instruction, List<ImageStage> stages) {
        switch (instruction.name()) {
            case "WORKDIR" ->
                workingFolder = ImagePaths.absolute(
                        workingFolder, expanded(instruction.operand().text().strip()));
            case "ENV", "ARG" -> assign(instruction);
            case "SHELL" -> shell(instruction);
            case "COPY", "ADD" -> copy(instruction, stages);
            case "RUN" -> {
                written.addAll(LocalizedText.written(instruction.text().text(), workingFolder, environment));
                steps.add(step(instruction));
            }
            case "HEALTHCHECK" -> steps.add(step(instruction));
            case "CMD" -> {
                command = step(instruction);
                startChanged = true;
            }
            case "ENTRYPOINT" -> {
                entrypoint = step(instruction);
                // A new ENTRYPOINT resets a CMD that came with the base image.
                command = startChanged ? command : null;
                startChanged = true;
            }
            default -> {
                // Says nothing about commands.
            }
        }
    }

    private Step step(Instruction instruction) {
        return new Step(instruction, workingFolder, dialect);
    }

    private void assign(Instruction instruction) {
        for (Assignments.Assignment one :
                Assignments.read(instruction.operand(), instruction.name().equals("ENV"))) {
            if (environment.size() >= MAX_VARIABLES) {
                return;
            }
            String value = expanded(one.value());
            environment.put(one.name(), value);
            if (instruction.name().equals("ENV")) {
                variables.add(new Variable(one.name(), value, one.position()));
            }
        }
    }

    private void shell(Instruction instruction) {
        String program = ExecForm.read(instruction.operand())
                .filter(words -> !words.isEmpty())
                .map(words -> words.get(0).text().toLowerCase(Locale.ROOT))
                .orElse("");
        if (program.contains("powershell") || program.contains("pwsh")) {
            dialect = Dialect.POWERSHELL;
        } else {
            dialect = program.matches("cmd(\\.exe)?") ? Dialect.CMD : Dialect.POSIX;
        }
    }

    private void copy(Instruction instruction, List<ImageStage> stages) {
        List<String> words = words(instruction.operand());
        if (words.size() < 2) {
            return;
        }
        String target = expanded(words.get(words.size() - 1));
        if (!instruction.heredocs().isEmpty()) {
            written.add(ImagePaths.absolute(workingFolder, target));
            steps.add(step(instruction));
            return;
        }
        String from = instruction.flag("from");
        ImageStage stage = from.isEmpty() ? null : find(from, stages);
        ImagePaths origin = from.isEmpty() ? null : stage == null ? paths.unknown() : stage.paths;
        List<String> sources = words.subList(0, words.size() - 1);
        for (String source : sources) {
            paths.copy(origin, expanded(source), target, workingFolder, sources.size() > 1);
        }
    }

    private String expanded(String text) {
        return Variables.expand(text, environment);
    }

    String workingFolder() {
        return workingFolder;
    }

    ImagePaths paths() {
        return paths;
    }

    List<Step> steps() {
        return steps;
    }

    List<Variable> variables() {
        return variables;
    }

    Map<String, String> environment() {
        return environment;
    }

    Set<String> written() {
        return written;
    }

    /** The ENTRYPOINT in force; null = none, or the stage leaves the start as its base has it. */
    Step entrypoint() {
        return startChanged ? entrypoint : null;
    }

    /** The CMD in force; null = none, or the stage leaves the start as its base has it. */
    Step command() {
        return startChanged ? command : null;
    }
}
