package io.github.migratemaven.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.scan.Extractor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidatesTest {
    private static final List<String> NAMES = List.of(
            "x",
            "index",
            "main",
            "Dockerfile",
            "Makefile",
            "Procfile",
            "Jenkinsfile",
            "ecosystem.config",
            "pm2.config",
            "ormconfig",
            "data-source",
            "drizzle.config",
            "gulpfile",
            "Rakefile",
            "package",
            "pom",
            "application",
            "docker-compose",
            "deploy",
            "entrypoint",
            "start",
            "values",
            "action",
            "serverless",
            "setup",
            "manage",
            "seed");

    private static final List<String> FOLDERS = List.of(
            "",
            "src/",
            "src/main/resources/",
            "scripts/",
            "bin/",
            ".github/workflows/",
            ".circleci/",
            ".gitlab/",
            "k8s/",
            "prisma/",
            "test/",
            "charts/a/templates/",
            "ansible/");

    /** Or a new kind of file would be found by its own tests and in no repository. */
    @Test
    void whatAnExtractorAcceptsIsACandidate() {
        List<String> endings = new ArrayList<>(Candidates.NEVER);
        endings.addAll(Candidates.PROGRAMS);
        endings.addAll(List.of(
                "json",
                "jsonc",
                "yml",
                "yaml",
                "YML",
                "toml",
                "xml",
                "pom",
                "properties",
                "gradle",
                "gradle.kts",
                "tf",
                "hcl",
                "nomad",
                "service",
                "service.j2",
                "template",
                "tpl",
                "yaml.gotmpl",
                "ini",
                "cfg",
                "sh",
                "ps1",
                "env",
                "just",
                "mk",
                "exs",
                "sbt",
                "conf",
                "config",
                "rake",
                "groovy"));
        List<Extractor> extractors = Bans.extractors(false);
        Candidates candidates = new Candidates(extractors);
        List<String> lost = new ArrayList<>();
        for (Extractor extractor : extractors) {
            for (String folder : FOLDERS) {
                for (String name : NAMES) {
                    endings.stream()
                            .map(ending -> folder + name + "." + ending)
                            .filter(path -> extractor.accepts(path)
                                    && !candidates.of(path).contains(extractor))
                            .forEach(path -> lost.add(extractor.getClass().getSimpleName() + " " + path));
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void soIsEveryFileOfTheTestProjects() {
        List<Extractor> extractors = Bans.extractors(false);
        Candidates candidates = new Candidates(extractors);

        Stream.concat(BanCase.all("cases"), BanCase.all("templates"))
                .flatMap(project -> project.files().keySet().stream())
                .forEach(path -> assertThat(candidates.of(path))
                        .as(path)
                        .isEqualTo(extractors.stream()
                                .filter(extractor -> extractor.accepts(path))
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource({
        "src/app.css, false",
        "README.md, false",
        "Dockerfile.java, true",
        "scripts/push.ts, true",
        "src/data-source.ts, true",
        "push.js, true",
        "a.sh, true",
        "package.json, true",
        "bin/deploy, true",
        ".env, true"
    })
    void mostOfARepositoryIsNotRead(String path, boolean read) {
        assertThat(!new Candidates(Bans.extractors(false)).of(path).isEmpty()).isEqualTo(read);
    }
}
