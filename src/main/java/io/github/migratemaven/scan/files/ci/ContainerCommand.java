package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.ProjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Google Cloud Build's step: an image, the program in it, its arguments. */
final class ContainerCommand {
    private ContainerCommand() {}

    /** Without an entrypoint the image's name is its program's: {@code gcr.io/cloud-builders/npm}, {@code node}. */
    static List<Source> words(Node step) {
        List<Source> words = new ArrayList<>();
        Optional<Source> entrypoint = step.source("entrypoint");
        if (entrypoint.isPresent()) {
            words.add(entrypoint.get());
        } else {
            step.source("name").ifPresent(image -> {
                String program = ProjectPath.name(image.text()).split("[:@]", 2)[0];
                MappedText word = new MappedText();
                word.append(program, image.offset(0));
                words.add(word.toSource(image.file(), image.offset(image.text().length())));
            });
        }
        step.get("args").ifPresent(arguments -> words.addAll(arguments.sources()));
        return words;
    }
}
