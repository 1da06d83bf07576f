package io.github.migratemaven.liquibase;

import java.net.URLClassLoader;

/** The class loader that Liquibase is given; takes down when a class of the project's own comes into play. */
final class NotedClasses extends ClassLoader {
    private final ClassLoader project;
    private final SourceNotes notes;

    NotedClasses(ClassLoader project, SourceNotes notes) {
        super("migrate-noted", project);
        this.project = project;
        this.notes = notes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> loaded = super.loadClass(name, resolve);
        boolean shared = !(project instanceof URLClassLoader) && name.startsWith("liquibase.");
        if (loaded.getClassLoader() == project && !shared) {
            notes.doubt("class " + name + " has a say");
        }
        return loaded;
    }
}
