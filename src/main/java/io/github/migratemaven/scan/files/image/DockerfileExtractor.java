package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.PathEvidence;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dockerfiles and Containerfiles: one image a file, whatever its stages. */
public final class DockerfileExtractor implements Extractor {
    private static final int MAX_STAGES = 100;

    @Override
    public boolean accepts(String path) {
        return isDockerfile(ProjectPath.name(path));
    }

    static boolean isDockerfile(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.equals("dockerfile")
                || name.equals("containerfile")
                || name.startsWith("dockerfile.") && !name.endsWith(".dockerignore") && !name.endsWith(".md")
                || name.startsWith("dockerfile-")
                || name.startsWith("containerfile.")
                || name.endsWith(".dockerfile")
                || name.endsWith(".containerfile");
    }

    @Override
    public Extent extent() {
        return Extent.FILE;
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<ImageStage> stages = stages(file, project, null);
        Collected collected = new Collected(file);
        Surroundings image = Surroundings.of(Entry.IMAGE).evidence(PathEvidence.of(file.path()));
        ImageScripts.collect(stages, image, collected);
        return collected.extract();
    }

    /** @param context the folder that the image is built from; null = it is to be guessed */
    static List<ImageStage> stages(SourceFile file, ProjectFiles project, String context) {
        List<Instruction> instructions = DockerfileReader.read(file);
        String folder = context == null ? BuildContext.of(file, copied(instructions), project) : context;
        List<ImageStage> stages = new ArrayList<>();
        ImageStage global = new ImageStage(new ImagePaths(folder, project));
        ImageStage current = global;
        for (Instruction instruction : instructions) {
            if (instruction.name().equals("FROM") && stages.size() < MAX_STAGES) {
                current = ImageStage.from(instruction, stages, global);
                stages.add(current);
            } else {
                current.add(instruction, stages);
            }
        }
        return stages;
    }

    private static List<String> copied(List<Instruction> instructions) {
        return instructions.stream()
                .filter(ImageStage::copies)
                .filter(copy -> copy.flag("from").isEmpty())
                .flatMap(copy -> ImageStage.sources(copy).stream())
                .toList();
    }
}
