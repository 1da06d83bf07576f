package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Programs that an execution of the exec, frontend and antrun plugins starts, each word at its place in the file. */
final class PomPrograms {
    private static final Set<String> MANAGERS = Set.of("npm", "npx", "yarn", "pnpm", "bun", "corepack");

    private final SourceFile file;

    PomPrograms(SourceFile file) {
        this.file = file;
    }

    /** A program and the element that it is written in. */
    record Program(XmlText.Element element, Body body) {}

    List<Program> of(String artifact, XmlText.Element execution, XmlText.Element configuration) {
        List<Program> programs = new ArrayList<>();
        if (artifact.contains("exec")) {
            exec(configuration, programs);
        } else if (artifact.equals("frontend-maven-plugin")) {
            frontend(execution, configuration, programs);
        } else if (artifact.contains("antrun")) {
            configuration.descendants().stream()
                    .filter(e -> e.name.equals("exec") && e.attributes.containsKey("executable"))
                    .forEach(e -> programs.add(new Program(e, ant(e))));
        }
        return programs;
    }

    private void exec(XmlText.Element configuration, List<Program> programs) {
        String program = configuration.childText("executable");
        List<Source> words = new ArrayList<>();
        configuration.child("executable").ifPresent(e -> words.add(written(e)));
        for (XmlText.Element part : configuration.descendants()) {
            if (part.name.equals("argument") && !part.text().isEmpty()) {
                words.add(written(part));
            }
        }
        if (!words.isEmpty()) {
            programs.add(new Program(configuration, new Body.Arguments(words)));
        }
        configuration
                .child("commandlineArgs")
                .filter(line -> !line.text().isEmpty())
                .ifPresent(line -> programs.add(new Program(line, line(program, written(line)))));
    }

    private void frontend(XmlText.Element execution, XmlText.Element configuration, List<Program> programs) {
        String tool = execution.children("goals", "goal").stream()
                .map(XmlText.Element::text)
                .filter(MANAGERS::contains)
                .findFirst()
                .orElse("npm");
        configuration
                .child("arguments")
                .ifPresent(arguments -> programs.add(new Program(arguments, line(tool, written(arguments)))));
    }

    /** The values of attributes all stand where their element does. */
    private Body ant(XmlText.Element exec) {
        int at = file.offset(exec.position);
        MappedText line = new MappedText();
        line.append(exec.attributes.get("executable"), at);
        for (XmlText.Element arg : exec.children) {
            String value = arg.attributes.getOrDefault("value", "");
            if (arg.name.equals("arg")) {
                String quoted = value.isEmpty() ? "" : "'" + value.replace("'", "'\\''") + "'";
                line.append(' ' + arg.attributes.getOrDefault("line", quoted), at);
            }
        }
        return Bodies.shell(line.toSource(file, at));
    }

    private Body line(String program, Source arguments) {
        MappedText line = new MappedText();
        line.append(program + ' ', arguments.offset(0));
        int length = arguments.text().length();
        line.append(arguments, 0, length);
        return Bodies.shell(line.toSource(file, arguments.offset(length)));
    }

    /** The text of an element; what has character references in it stands as a whole where it begins. */
    private Source written(XmlText.Element element) {
        String text = element.text();
        int start = file.offset(element.position);
        while (start < file.text().length()
                && Character.isWhitespace(file.text().charAt(start))) {
            start++;
        }
        return file.text().startsWith(text, start)
                ? Source.slice(file, start, start + text.length())
                : Bodies.at(file, start, text);
    }
}
