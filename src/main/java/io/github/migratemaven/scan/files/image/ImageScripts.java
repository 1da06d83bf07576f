package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentEvidence;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.PathEvidence;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.image.ImageStage.Step;
import io.github.migratemaven.scan.files.image.Instruction.Heredoc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From stages to scripts: all that an image runs in one folder of the project is one script, so that a script written by one
 * instruction and run by another stands in one body. The folder of the last instruction is the image's own.
 */
final class ImageScripts {
    private final Map<String, List<Body>> byFolder = new LinkedHashMap<>();
    private final Map<String, Source> firsts = new LinkedHashMap<>();
    private String last = "";

    private ImageScripts() {}

    static void collect(List<ImageStage> stages, Surroundings image, Collected collected) {
        ImageScripts scripts = new ImageScripts();
        Surroundings where = image;
        for (ImageStage stage : stages) {
            scripts.add(stage);
            where = where.environment(stage.environment());
            settings(stage, where, collected);
        }
        scripts.write(where.evidence(EnvironmentEvidence.mode(where.environment())), collected);
    }

    private static void settings(ImageStage stage, Surroundings where, Collected collected) {
        Map<String, String> siblings = Map.copyOf(stage.environment());
        for (ImageStage.Variable variable : stage.variables()) {
            collected.setting(new Setting(
                    variable.name(),
                    variable.value(),
                    variable.position(),
                    siblings,
                    PathEvidence.ofSettings(collected.file().path())));
        }
    }

    private void add(ImageStage stage) {
        for (Step step : stage.steps()) {
            switch (step.instruction().name()) {
                case "COPY", "ADD" -> generated(stage, step);
                case "HEALTHCHECK" -> healthcheck(stage, step);
                default -> run(stage, step);
            }
        }
        start(stage);
    }

    private void run(ImageStage stage, Step step) {
        Source operand = step.instruction().operand();
        List<Heredoc> heredocs = step.instruction().heredocs();
        if (heredocs.isEmpty()) {
            exec(stage, step, operand);
        } else if (operand.text().startsWith("<<")) {
            heredocs.forEach(heredoc -> shell(stage, step, heredoc.text()));
        } else {
            MappedText text = new MappedText();
            text.append(operand, 0, operand.text().length());
            for (Heredoc heredoc : heredocs) {
                append(text, heredoc);
            }
            Source end = heredocs.get(heredocs.size() - 1).text();
            shell(stage, step, text.toSource(end.file(), end.offset(end.text().length())));
        }
    }

    private static void append(MappedText text, Heredoc heredoc) {
        Source lines = heredoc.text();
        text.append('\n', lines.offset(0));
        text.append(lines, 0, lines.text().length());
        text.append(heredoc.delimiter() + '\n', lines.offset(lines.text().length()));
    }

    /** A file that COPY writes from a heredoc is written for the shell reader as a shell would write it. */
    private void generated(ImageStage stage, Step step) {
        Source operand = step.instruction().operand();
        Heredoc heredoc = step.instruction().heredocs().get(0);
        String stripped = operand.text().stripTrailing();
        String target = stripped.substring(stripped.lastIndexOf(' ') + 1);
        MappedText text = new MappedText();
        text.append("cat <<'" + heredoc.delimiter() + "' > " + target, operand.offset(0));
        append(text, heredoc);
        Source end = heredoc.text();
        shell(stage, step, text.toSource(end.file(), end.offset(end.text().length())));
    }

    private void healthcheck(ImageStage stage, Step step) {
        Source operand = step.instruction().operand();
        if (operand.text().regionMatches(true, 0, "CMD", 0, 3)) {
            Source command = operand.slice(3, operand.text().length());
            String text = command.text();
            exec(stage, step, command.slice(text.length() - text.stripLeading().length(), text.length()));
        }
    }

    /** How ENTRYPOINT and CMD go together: Dockerfile reference, "Understand how CMD and ENTRYPOINT interact". */
    private void start(ImageStage stage) {
        Step entrypoint = stage.entrypoint();
        Step command = stage.command();
        if (entrypoint == null) {
            if (command != null) {
                exec(stage, command, command.instruction().operand());
            }
            return;
        }
        List<Source> program = ExecForm.read(entrypoint.instruction().operand()).orElse(null);
        if (program == null || command == null) {
            exec(stage, entrypoint, entrypoint.instruction().operand());
            return;
        }
        List<Source> arguments = ExecForm.read(command.instruction().operand()).orElse(null);
        // A script of the image's own ends with exec "$@": what CMD says runs by itself.
        if (arguments == null
                || program.size() == 1 && program.get(0).text().matches("[^ ]{0,200}(\\.sh|entrypoint)")) {
            exec(stage, entrypoint, entrypoint.instruction().operand());
            exec(stage, command, command.instruction().operand());
        } else {
            List<Source> words = new ArrayList<>(program);
            words.addAll(arguments);
            arguments(stage, command, words);
        }
    }

    private void exec(ImageStage stage, Step step, Source operand) {
        ExecForm.read(operand)
                .ifPresentOrElse(words -> arguments(stage, step, words), () -> shell(stage, step, operand));
    }

    private void arguments(ImageStage stage, Step step, List<Source> words) {
        if (words.isEmpty()) {
            return;
        }
        String folder = stage.paths().folder(step.workingFolder());
        LocalizedText localized = localized(stage, step, folder);
        List<Source> all = new ArrayList<>();
        for (Source word : words) {
            all.add(localized.of(word, all.isEmpty()));
        }
        part(folder, new Body.Arguments(all), words.get(0));
    }

    private void shell(ImageStage stage, Step step, Source text) {
        if (!text.text().isBlank()) {
            String folder = stage.paths().folder(step.workingFolder());
            Source local = localized(stage, step, folder).of(text, true);
            part(folder, new Body.Shell(local, step.dialect()), text);
        }
    }

    private static LocalizedText localized(ImageStage stage, Step step, String folder) {
        return new LocalizedText(stage.paths(), step.workingFolder(), folder, stage.environment(), stage.written());
    }

    private void part(String folder, Body body, Source first) {
        byFolder.computeIfAbsent(folder, key -> new ArrayList<>()).add(body);
        firsts.putIfAbsent(folder, first);
        last = folder;
    }

    private void write(Surroundings where, Collected collected) {
        byFolder.forEach((folder, parts) -> {
            SourceFile file = collected.file();
            ScriptId id = folder.equals(last)
                    ? new ScriptId(Kind.IMAGE, file.folder(), ProjectPath.name(file.path()))
                    : collected.anonymous();
            collected.add(where.folder(folder), id, firsts.get(folder).position(0), new Body.Sequence(parts));
        });
    }
}
