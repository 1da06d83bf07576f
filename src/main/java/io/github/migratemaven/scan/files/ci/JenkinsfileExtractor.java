package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.ProjectPath;
import java.util.Locale;

/** Jenkinsfiles, declarative and scripted, and the Groovy files of a shared library. */
public final class JenkinsfileExtractor implements Extractor {
    @Override
    public boolean accepts(String path) {
        String name = ProjectPath.name(path).toLowerCase(Locale.ROOT);
        boolean groovy = name.endsWith(".groovy");
        String folder = '/' + ProjectPath.parent(path).toLowerCase(Locale.ROOT) + '/';
        return name.equals("jenkinsfile")
                || name.startsWith("jenkinsfile.") && !name.endsWith(".md")
                || name.startsWith("jenkinsfile-")
                || name.startsWith("jenkinsfile_")
                || name.endsWith(".jenkinsfile")
                || name.endsWith("-jenkinsfile")
                || groovy && (folder.equals("/vars/") || folder.contains("/jenkins/") || folder.contains("/.jenkins/"))
                || groovy && name.contains("pipeline") && folder.contains("/ci/");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        new JenkinsPipeline(GroovyReader.read(file), collected).read();
        return collected.extract();
    }
}
