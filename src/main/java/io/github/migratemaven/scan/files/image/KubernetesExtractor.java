package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.PathEvidence;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Kubernetes manifests and what is made of the same parts: Helm templates and values, Kustomize, Tekton, Argo. A manifest is told by
 * {@code apiVersion} and {@code kind}, not by its name.
 */
public final class KubernetesExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml", ".gotmpl", ".tpl", ".json");
    private static final int MAX_DOCUMENTS = 200;
    private static final List<String> FOLDERS = List.of(
            "/k8s", "/kubernetes/", "/kube/", "/manifests/", "/openshift/", "/deployment", "/job.json", "/pod.json");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return path.endsWith(".yaml")
                || path.endsWith(".yml")
                || path.endsWith(".yaml.gotmpl")
                || path.endsWith(".tpl")
                || path.endsWith(".json") && isPlaceOfManifests(path);
    }

    /** JSON is read only where manifests are kept: most of it in a repository is data, and much. */
    private static boolean isPlaceOfManifests(String path) {
        String lower = '/' + path.toLowerCase(Locale.ROOT);
        for (String folder : FOLDERS) {
            if (lower.contains(folder)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Extent extent() {
        return Extent.FILE;
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        boolean values = isValues(file, project);
        boolean kustomization = ProjectPath.name(file.path()).startsWith("kustomization.");
        if (!values
                && !kustomization
                && !(file.text().contains("apiVersion") && file.text().contains("kind"))) {
            return Extract.NOTHING;
        }
        SourceFile neutral = TemplatedYaml.neutral(file);
        Collected collected = new Collected(neutral);
        Surroundings where = Surroundings.of(Entry.DEPLOY).evidence(PathEvidence.of(file.path()));
        YamlText.read(neutral).stream().limit(MAX_DOCUMENTS).forEach(document -> {
            if (values) {
                new KubernetesObjects(collected).values(document, where);
            } else if (kustomization) {
                new KubernetesObjects(collected).generators(document, where);
            } else {
                document(document, where, collected);
            }
        });
        return collected.extract();
    }

    /** The values that a chart puts into its templates: {@code values.yaml} beside {@code Chart.yaml}, and its variants. */
    private static boolean isValues(SourceFile file, ProjectFiles project) {
        String folder = file.folder();
        return file.name().startsWith("values")
                && project.paths().contains(folder.isEmpty() ? "Chart.yaml" : folder + "/Chart.yaml");
    }

    private static void document(Node document, Surroundings outer, Collected collected) {
        if (document.get("apiVersion").isEmpty() || document.get("kind").isEmpty()) {
            return;
        }
        String kind = document.get("kind").map(Node::text).orElse("");
        String name = document.at("metadata", "name").map(Node::text).orElse("");
        KubernetesObjects objects = new KubernetesObjects(collected);
        if (kind.equals("List")) {
            document.get("items").map(Node::items).orElse(List.of()).forEach(item -> document(item, outer, collected));
            return;
        }
        Surroundings where = outer.inside(kind, name);
        if (kind.equals("ConfigMap") || kind.equals("Secret")) {
            objects.data(document.get("data"), where);
            objects.data(document.get("stringData"), where);
        } else {
            objects.containers(document, where, 0);
        }
    }
}
