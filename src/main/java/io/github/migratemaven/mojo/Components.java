package io.github.migratemaven.mojo;

import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Maven's own components, as a goal's constructor gets them injected. A plain record: a component of our own would not be
 * found by Maven before 3.9.6, which cannot read Java 17's class files.
 */
record Components(
        RepositorySystem repositorySystem, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {

    /** This plugin's version, from its jar's manifest; {@code dev} when it runs from classes. */
    String version() {
        String version = Components.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
