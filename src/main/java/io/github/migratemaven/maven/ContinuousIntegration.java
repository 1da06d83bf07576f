package io.github.migratemaven.maven;

import java.util.List;
import java.util.Map;

/** Whether a machine runs this build. */
public final class ContinuousIntegration {
    /** GitHub, GitLab, CircleCI, Travis, Buildkite and Bitbucket set {@code CI}; these are the others' own. */
    private static final List<String> SIGNS =
            List.of("JENKINS_URL", "TF_BUILD", "TEAMCITY_VERSION", "CODEBUILD_BUILD_ID", "GITHUB_ACTIONS", "GITLAB_CI");

    private ContinuousIntegration() {}

    /** @param env the process's variables */
    public static boolean runs(Map<String, String> env) {
        String ci = env.getOrDefault("CI", "").strip();
        boolean said = !ci.isEmpty() && !ci.equalsIgnoreCase("false") && !ci.equals("0");
        for (String sign : SIGNS) {
            said |= !env.getOrDefault(sign, "").isBlank();
        }
        return said;
    }
}
