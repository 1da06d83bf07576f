package io.github.migratemaven.maven;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/** A project's classes without its resources: for a changelog of another revision, which must not find this one's files. */
public final class ClassesOnly extends ClassLoader {
    private final ClassLoader program;

    /** @param program whose resources may be found */
    public ClassesOnly(ClassLoader project, ClassLoader program) {
        super(project);
        this.program = program;
    }

    @Override
    public URL getResource(String name) {
        return name.endsWith(".class") ? super.getResource(name) : program.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.endsWith(".class") ? super.getResources(name) : program.getResources(name);
    }
}
