package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Extractor;
import java.util.List;

/** All extractors of this package. */
public final class CiExtractors {
    private CiExtractors() {}

    public static List<Extractor> all() {
        return List.of(
                new GithubWorkflowExtractor(),
                new CompositeActionExtractor(),
                new GitlabExtractor(),
                new CircleExtractor(),
                new AzureExtractor(),
                new BitbucketExtractor(),
                new JenkinsfileExtractor(),
                new StepListExtractor());
    }
}
