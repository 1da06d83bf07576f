package io.github.migratemaven.maven;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The project's own classes for custom changes, and its dependencies' for changelogs in jars. Dependencies are resolved only
 * when something is looked up that nothing else has: most deployments need none, and a module of a reactor build may not even
 * be resolvable yet.
 */
public final class ProjectClassLoader extends URLClassLoader {
    private final Supplier<List<File>> dependencies;
    private boolean resolved;

    /** @param dependencies called at most once */
    public ProjectClassLoader(Path classes, Supplier<List<File>> dependencies, ClassLoader parent) {
        super("migrate-project", new URL[] {url(classes)}, parent);
        this.dependencies = dependencies;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException e) {
            if (name.startsWith("liquibase.") || !resolve()) {
                throw e;
            }
            return super.findClass(name);
        }
    }

    @Override
    public URL findResource(String name) {
        URL found = super.findResource(name);
        return found != null || isInternal(name) || !resolve() ? found : super.findResource(name);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        Enumeration<URL> found = super.findResources(name);
        return found.hasMoreElements() || isInternal(name) || !resolve() ? found : super.findResources(name);
    }

    /** What frameworks look for on their own; changelogs end otherwise. */
    private static boolean isInternal(String name) {
        return name.startsWith("META-INF/") || name.endsWith(".class") || name.endsWith(".properties");
    }

    private synchronized boolean resolve() {
        if (resolved) {
            return false;
        }
        resolved = true;
        List<File> files = dependencies.get();
        for (File file : files) {
            addURL(url(file.toPath()));
        }
        return !files.isEmpty();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no URL for " + path, e);
        }
    }
}
