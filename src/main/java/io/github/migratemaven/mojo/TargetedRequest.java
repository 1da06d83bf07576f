package io.github.migratemaven.mojo;

import io.github.migratemaven.maven.BuildValues;
import io.github.migratemaven.model.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * What a goal with a target was asked, as Maven handed it over.
 *
 * @param project empty outside a project
 * @param base the project's folder
 * @param requireTarget whether it is an error that no target is configured
 */
record TargetedRequest(
        MavenSession session,
        Optional<MavenProject> project,
        BuildValues values,
        Path base,
        Optional<String> changelog,
        Optional<String> schema,
        String contexts,
        String labels,
        Map<String, String> parameters,
        Optional<Environment> environment,
        boolean embedded,
        Optional<String> embeddedVersion,
        boolean spring,
        List<String> springProfiles,
        boolean allowPooler,
        boolean requireTarget,
        String version) {}
