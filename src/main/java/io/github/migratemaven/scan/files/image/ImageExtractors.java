package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Extractor;
import java.util.List;

/** All extractors of this package. */
public final class ImageExtractors {
    private ImageExtractors() {}

    public static List<Extractor> all() {
        return List.of(
                new DockerfileExtractor(),
                new ComposeExtractor(),
                new KubernetesExtractor(),
                new EcsExtractor(),
                new ServerlessExtractor(),
                new HclExtractor(),
                new AnsibleExtractor(),
                new VagrantExtractor(),
                new SystemdExtractor(),
                new CloudInitExtractor());
    }
}
