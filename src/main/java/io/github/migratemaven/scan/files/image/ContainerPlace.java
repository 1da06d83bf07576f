package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.ProjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where in the project a compose service's commands run: what its image was built from, what is mounted over it. */
record ContainerPlace(ImagePaths paths, String workingFolder, String folder) {

    static ContainerPlace of(
            Node service, String context, Optional<SourceFile> dockerfile, SourceFile file, ProjectFiles project) {
        List<ImageStage> stages = dockerfile
                .map(image -> DockerfileExtractor.stages(image, project, context))
                .orElse(List.of());
        ImageStage last = stages.isEmpty() ? null : stages.get(stages.size() - 1);
        ImagePaths paths =
                last == null ? new ImagePaths(context, project) : last.paths().inherit();
        for (Node volume : service.get("volumes").map(Node::items).orElse(List.of())) {
            mount(volume, file, paths);
        }
        String written = service.get("working_dir").map(Node::text).orElse("");
        String workingFolder = !written.isEmpty() ? written : last == null ? "/" : last.workingFolder();
        return new ContainerPlace(paths, workingFolder, paths.folder(workingFolder));
    }

    private static void mount(Node volume, SourceFile file, ImagePaths paths) {
        String[] parts = volume.text().split(":");
        String source = parts.length > 1
                ? parts[0]
                : volume.get("source").map(Node::text).orElse("");
        String target = parts.length > 1
                ? parts[1]
                : volume.get("target").map(Node::text).orElse("");
        // A name without a slash or dot is a volume, not a path.
        if ((source.startsWith(".") || source.startsWith("${PWD}")) && target.startsWith("/")) {
            ProjectPath.resolve(file.folder(), source.replace("${PWD}", "."))
                    .ifPresent(path -> paths.mount(path, target));
        }
    }

    List<Source> localized(List<Source> words) {
        List<Source> all = new ArrayList<>();
        for (Source word : words) {
            all.add(text().of(dollars(word), all.isEmpty()));
        }
        return all;
    }

    Source localized(Source command) {
        return text().of(dollars(command), true);
    }

    private LocalizedText text() {
        return new LocalizedText(paths, workingFolder, folder, Map.of(), Set.of());
    }

    /** Compose's {@code $$} is the shell's {@code $}. */
    private static Source dollars(Source source) {
        String text = source.text();
        if (!text.contains("$$")) {
            return source;
        }
        MappedText single = new MappedText();
        for (int i = 0; i < text.length(); i++) {
            single.append(text.charAt(i), source.offset(i));
            if (text.startsWith("$$", i)) {
                i++;
            }
        }
        return single.toSource(source.file(), source.offset(text.length()));
    }
}
