package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pom with the parents that lie in the same tree, for what it inherits.
 *
 * @param parent empty where it has none, or one that comes from a repository
 */
record PomModel(SourceFile file, XmlText.Element root, Optional<PomModel> parent) {
    private static final int MAX_PARENTS = 10;
    private static final int MAX_ROUNDS = 5;
    private static final int LONGEST = 10_000;

    /** Empty when there is no such pom. */
    static Optional<PomModel> read(String path, ProjectFiles project) {
        return project.paths().contains(path) ? read(path, project, 0) : Optional.empty();
    }

    private static Optional<PomModel> read(String path, ProjectFiles project, int depth) {
        Optional<SourceFile> file = project.read(path);
        Optional<XmlText.Element> root = file.isPresent() ? XmlText.read(file.get()) : Optional.empty();
        if (root.isEmpty()) {
            return Optional.empty();
        }
        Optional<PomModel> parent =
                depth >= MAX_PARENTS ? Optional.empty() : parentOf(root.get(), file.get(), project, depth);
        return Optional.of(new PomModel(file.get(), root.get(), parent));
    }

    /** As Maven looks: at {@code relativePath}, and only if that pom is the one that is named. */
    private static Optional<PomModel> parentOf(XmlText.Element root, SourceFile file, ProjectFiles project, int depth) {
        Optional<XmlText.Element> named = root.child("parent");
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Optional<XmlText.Element> relative = named.get().child("relativePath");
        String written = relative.isPresent() ? relative.get().text() : "../pom.xml";
        if (written.isEmpty()) {
            return Optional.empty();
        }
        String path = written.endsWith(".xml") ? written : written + "/pom.xml";
        Optional<String> resolved = ProjectPath.resolve(file.folder(), path);
        if (resolved.isEmpty()
                || resolved.get().equals(file.path())
                || !project.paths().contains(resolved.get())) {
            return Optional.empty();
        }
        Optional<PomModel> parent = read(resolved.get(), project, depth + 1);
        String artifact = named.get().childText("artifactId");
        return parent.isPresent() && parent.get().root.childText("artifactId").equals(artifact)
                ? parent
                : Optional.empty();
    }

    /** A property's value with what it is made of, nearest pom first; profiles count only where they are on by default. */
    Optional<String> property(String name) {
        Optional<String> value = raw(name);
        return value.isPresent() ? Optional.of(interpolate(value.get())) : Optional.empty();
    }

    static boolean isActiveByDefault(XmlText.Element profile) {
        Optional<XmlText.Element> active = profile.child("activation", "activeByDefault");
        return active.isPresent() && active.get().text().equals("true");
    }

    private Optional<String> raw(String name) {
        List<XmlText.Element> holders = new ArrayList<>();
        for (XmlText.Element profile : root.children("profiles", "profile")) {
            if (isActiveByDefault(profile)) {
                holders.add(profile);
            }
        }
        holders.add(root);
        for (XmlText.Element holder : holders) {
            Optional<XmlText.Element> found = holder.child("properties", name);
            if (found.isPresent()) {
                return Optional.of(found.get().text());
            }
        }
        return parent.isPresent() ? parent.get().raw(name) : Optional.empty();
    }

    /** The text with every {@code ${name}} that the poms explain; the folder of the pom itself is left out. */
    String interpolate(String text) {
        String known = text;
        for (int round = 0; round < MAX_ROUNDS && known.contains("${") && known.length() < LONGEST; round++) {
            StringBuilder out = new StringBuilder();
            int at = 0;
            for (int open = known.indexOf("${"); open >= 0; open = known.indexOf("${", at)) {
                int close = known.indexOf('}', open);
                if (close < 0) {
                    break;
                }
                String name = known.substring(open + 2, close);
                boolean here = name.equals("project.basedir") || name.equals("basedir");
                out.append(known, at, open).append(here ? "." : raw(name).orElse(known.substring(open, close + 1)));
                at = close + 1;
            }
            String next = out.append(known.substring(at)).toString();
            if (next.equals(known)) {
                break;
            }
            known = next;
        }
        return known;
    }

    /** Whether this pom is another one's parent, or a parent's parent. */
    boolean above(PomModel other) {
        for (Optional<PomModel> at = other.parent; at.isPresent(); at = at.get().parent) {
            if (at.get().file.path().equals(file.path())) {
                return true;
            }
        }
        return false;
    }

    /** The plugins of this name that the pom itself uses, in its build or in a profile. */
    List<XmlText.Element> plugins(String artifact) {
        List<XmlText.Element> all = new ArrayList<>(root.children("build", "plugins", "plugin"));
        all.addAll(root.children("profiles", "profile", "build", "plugins", "plugin"));
        List<XmlText.Element> plugins = new ArrayList<>(0);
        for (XmlText.Element plugin : all) {
            if (plugin.childText("artifactId").equals(artifact)) {
                plugins.add(plugin);
            }
        }
        return plugins;
    }
}
