package io.github.migratemaven.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.impl.DefaultServiceLocator;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.RepositoryConnector;
import org.eclipse.aether.spi.connector.RepositoryConnectorFactory;
import org.eclipse.aether.transfer.NoRepositoryConnectorException;

/** Maven's own resolver with a local repository of its own; every other repository is one that cannot be reached. */
record LocalMaven(RepositorySystem system, DefaultRepositorySystemSession session) {
    /** Its address holds a password. */
    static final RemoteRepository CORPORATE = new RemoteRepository.Builder(
                    "corporate", "default", "https://builder:t0p-zebra@repo.invalid/maven")
            .build();

    static LocalMaven in(Path folder) {
        DefaultServiceLocator services = MavenRepositorySystemUtils.newServiceLocator();
        services.addService(RepositoryConnectorFactory.class, Unreachable.class);
        RepositorySystem system = services.getService(RepositorySystem.class);
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setLocalRepositoryManager(
                system.newLocalRepositoryManager(session, new LocalRepository(folder.toFile())));
        return new LocalMaven(system, session);
    }

    /** Where the local repository has an artifact; its folder is there. */
    Path place(Artifact artifact) throws Exception {
        LocalRepositoryManager local = session.getLocalRepositoryManager();
        Path file = local.getRepository().getBasedir().toPath().resolve(local.getPathForLocalArtifact(artifact));
        Files.createDirectories(file.getParent());
        return file;
    }

    PluginLibrary.Repositories repositories() {
        return new PluginLibrary.Repositories(system, session, List.of(CORPORATE), List.of(CORPORATE));
    }

    /** Says what it could not do as Maven's own does: with the address. */
    public static final class Unreachable implements RepositoryConnectorFactory {
        @Override
        public RepositoryConnector newInstance(RepositorySystemSession session, RemoteRepository repository)
                throws NoRepositoryConnectorException {
            throw new NoRepositoryConnectorException(repository, "Cannot connect to " + repository.getUrl());
        }

        @Override
        public float getPriority() {
            return 0;
        }
    }
}
