package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recipes that a justfile takes from others: {@code import 'db.just'} under their own names, {@code mod db 'db.just'} as
 * {@code db::name} (https://just.systems/man/en/imports.html, …/modules1.html). Each becomes a recipe that calls the other.
 */
final class JustImports {
    private static final int MOST = 50;

    private JustImports() {}

    static List<Script> of(SourceFile file, List<TextLine> lines, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        int imports = 0;
        for (TextLine line : lines) {
            String text = line.text();
            boolean imported = text.startsWith("import ") || text.startsWith("import? ");
            boolean module = text.startsWith("mod ") || text.startsWith("mod? ");
            if ((imported || module) && imports++ < MOST) {
                String rest = text.substring(text.indexOf(' ')).strip();
                String name = imported ? "" : rest.split("\\s", 2)[0];
                Optional<String> path = quoted(rest).isPresent()
                        ? ProjectPath.resolve(file.folder(), quoted(rest).get())
                        : module(file.folder(), name, project);
                String prefix = name.isEmpty() ? "" : name + "::";
                path.filter(p -> !p.equals(file.path()))
                        .flatMap(project::read)
                        .ifPresent(other -> recipes(file, line, other, prefix, scripts));
            }
        }
        return scripts;
    }

    private static Optional<String> quoted(String text) {
        for (char quote : new char[] {'\'', '"'}) {
            int open = text.indexOf(quote);
            int close = text.indexOf(quote, open + 1);
            if (open >= 0 && close > open) {
                return Optional.of(text.substring(open + 1, close));
            }
        }
        return Optional.empty();
    }

    /** Where just looks for a module that names no file. */
    private static Optional<String> module(String folder, String name, ProjectFiles project) {
        String at = folder.isEmpty() ? name : folder + '/' + name;
        return List.of(at + ".just", at + "/mod.just", at + "/justfile", at + "/.justfile").stream()
                .filter(project.paths()::contains)
                .findFirst();
    }

    private static void recipes(SourceFile file, TextLine line, SourceFile other, String prefix, List<Script> scripts) {
        Position position = file.position(line.start());
        for (TextLine candidate : TextLine.all(other)) {
            JustHeader header = JustHeader.of(candidate.text());
            if (header != null && !(prefix.isEmpty() && other.folder().equals(file.folder()))) {
                scripts.add(Draft.task(file, line.start(), "just", prefix + header.name())
                        .runs(Bodies.tasks(List.of(header.name()), "just", other.folder(), position)));
            }
        }
    }
}
