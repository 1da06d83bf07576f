package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * A library that few goals need and that is therefore no dependency of the plugin (docs/decisions/018): its jars are resolved
 * before its first use and join the plugin's realm. Where the build has given the plugin that library in its
 * {@code <dependencies>}, that one is used. Thread-safe.
 */
public enum PluginLibrary {
    /** pgcodekeeper. */
    COMPARISON("The library that compares schemas", "org/pgcodekeeper/core/PgDiff.class"),
    /** XZ for Java. */
    UNPACKING("The library that unpacks the embedded PostgreSQL", "org/tukaani/xz/XZInputStream.class");

    private final String what;
    private final String sign;

    /** @param sign a class file of it: who sees it has the library */
    PluginLibrary(String what, String sign) {
        this.what = what;
        this.sign = sign;
    }

    /** Where it is looked for. */
    public record Repositories(
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> project,
            List<RemoteRepository> plugins) {}

    /**
     * Sees to it that our classes can use the library.
     *
     * @throws MigrateException with an {@code Unavailable} when it cannot be had
     */
    public void require(Repositories repositories) {
        require(repositories, PluginLibrary.class.getClassLoader());
    }

    /**
     * One after the other, since modules of a build that run at the same time share a realm. The lock is not the realm: a download's
     * threads load classes from it.
     */
    void require(Repositories from, ClassLoader loader) {
        synchronized (PluginLibrary.class) {
            if (loader.getResource(sign) != null) {
                return;
            }
            if (!(loader instanceof ClassRealm)) {
                throw new MigrateException(new Failure.Unavailable(
                        code(),
                        what + " (" + coordinates() + ") is not on the class path, and " + loader + " takes no jar",
                        "Put it on the class path beside this plugin"));
            }
            RepositoryJars jars = new RepositoryJars(from.system(), from.session(), from.project(), from.plugins());
            for (Path jar : jars.resolve(artifacts(), words())) {
                add((ClassRealm) loader, jar);
            }
        }
    }

    private static void add(ClassRealm realm, Path jar) {
        try {
            realm.addURL(jar.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RepositoryJars.Words words() {
        return new RepositoryJars.Words(
                code(),
                what,
                "Add a repository or mirror that has it",
                "or give the plugin the library in its <dependencies>");
    }

    private String code() {
        return id() + "-library";
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its jars and those that they need, in the versions of our POM. */
    List<Artifact> artifacts() {
        return Stream.of(coordinates().split("\\s+"))
                .<Artifact>map(DefaultArtifact::new)
                .toList();
    }

    private String coordinates() {
        Properties all = new Properties();
        try (InputStream stream = PluginLibrary.class.getResourceAsStream("libraries.properties")) {
            all.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.getProperty(id());
    }
}
