package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.CommandList;
import io.github.migratemaven.scan.files.PathEvidence;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.image.HclReader.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Terraform's and Packer's provisioners and start scripts of machines; Nomad's tasks. */
public final class HclExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".tf", ".nomad", ".hcl");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return path.endsWith(".tf")
                || path.endsWith(".nomad")
                || path.endsWith(".nomad.hcl")
                || path.endsWith(".pkr.hcl");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        Surroundings root = Surroundings.of(Entry.DEPLOY).folder(file.folder()).evidence(PathEvidence.of(file.path()));
        Map<List<String>, Source> programs = new HashMap<>();
        for (Attribute attribute : HclReader.read(file)) {
            attribute(attribute, root, programs, collected);
        }
        // What has no args: is a program alone.
        programs.forEach((blocks, program) -> collected.arguments(within(blocks, root), List.of(program)));
        return collected.extract();
    }

    private static void attribute(
            Attribute attribute, Surroundings root, Map<List<String>, Source> programs, Collected collected) {
        String block = attribute.blocks().isEmpty()
                ? ""
                : attribute.blocks().get(attribute.blocks().size() - 1);
        Surroundings where = within(attribute.blocks(), root);
        Source first = attribute.values().get(0);
        switch (attribute.name()) {
            case "command" -> {
                if (block.startsWith("provisioner")) {
                    collected.shell(where, first);
                } else if (block.equals("config") && !attribute.list()) {
                    programs.put(attribute.blocks(), first);
                } else if (attribute.list()) {
                    collected.arguments(where, attribute.values());
                }
            }
            case "args" -> {
                List<Source> words = new ArrayList<>();
                Source program = programs.remove(attribute.blocks());
                if (program != null && block.equals("config")) {
                    words.add(program);
                    words.addAll(attribute.values());
                    collected.arguments(where, words);
                }
            }
            case "inline" ->
                CommandList.body(attribute.values(), where.dialect())
                        .ifPresent(body -> collected.add(where, first.position(0), body));
            case "user_data", "startup_script", "metadata_startup_script", "custom_data" -> {
                if (first.text().stripLeading().startsWith("#!")) {
                    collected.shell(where, first);
                }
            }
            default -> {
                // Says nothing about commands.
            }
        }
    }

    private static Surroundings within(List<String> blocks, Surroundings root) {
        Surroundings where = root;
        for (String block : blocks.subList(0, Math.min(blocks.size(), 3))) {
            where = where.inside(block, "");
        }
        return where;
    }
}
