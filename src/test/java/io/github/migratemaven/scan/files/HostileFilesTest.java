package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.ci.CiExtractors;
import io.github.migratemaven.scan.files.image.ImageExtractors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HostileFilesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** One path a kind of file. */
    private static final List<String> PATHS = List.of(
            ".github/workflows/a.yml",
            "action.yml",
            ".gitlab-ci.yml",
            ".circleci/config.yml",
            "azure-pipelines.yml",
            "bitbucket-pipelines.yml",
            "Jenkinsfile",
            ".travis.yml",
            ".buildkite/pipeline.yml",
            ".drone.yml",
            "cloudbuild.yaml",
            "appveyor.yml",
            ".semaphore/semaphore.yml",
            "Dockerfile",
            "docker-compose.yml",
            "k8s/a.yaml",
            "charts/a/values.yaml",
            "ecs/task.json",
            "serverless.yml",
            "main.tf",
            "ansible/a.yml",
            "Vagrantfile",
            "a.service",
            "user-data");

    private static final String WORDS = "npx prisma db push ".repeat(1000);

    @TestFactory
    Stream<DynamicTest> hugeInputOfEveryKindTakesBoundedTime() {
        List<String> texts = List.of(
                "{".repeat(500_000),
                "[".repeat(500_000),
                "- ".repeat(300_000),
                "a: &a\n" + "  - *a\n".repeat(1000),
                bomb(),
                "<<".repeat(500_000),
                "${{ ".repeat(250_000),
                "{{ ".repeat(300_000) + "}}",
                "a:\n" + "  b: c\n".repeat(100_000),
                "#cloud-config\nruncmd:\n" + "  - a\n".repeat(50_000),
                "jobs:\n  a:\n    env:\n"
                        + IntStream.range(0, 50_000)
                                .mapToObj(i -> "      A" + i + ": b\n")
                                .collect(Collectors.joining()),
                "apiVersion: v1\nkind: ConfigMap\ndata:\n"
                        + IntStream.range(0, 50_000)
                                .mapToObj(i -> "  A" + i + ": b\n")
                                .collect(Collectors.joining()),
                "\"".repeat(500_001),
                "'''".repeat(300_000),
                "a ".repeat(500_000),
                "a(".repeat(300_000),
                "sh ".repeat(300_000),
                "\\\n".repeat(300_000),
                "FROM x\n" + "RUN a > /b.sh\n".repeat(20_000),
                "FROM x\nENV A=xx\n" + "ENV A=$A$A\n".repeat(10_000),
                "FROM x\n" + "COPY a /b\n".repeat(5_000) + "RUN /a/b.sh /c/d.sh\n".repeat(3_000),
                "FROM a AS b\nENV X=y\n".repeat(10_000),
                "FROM x\nRUN <<A <<B <<C\n" + "x\n".repeat(300_000),
                "RUN " + "<<A ".repeat(50_000) + "\n",
                WORDS.repeat(50));
        return PATHS.stream()
                .map(path -> DynamicTest.dynamicTest(
                        path,
                        () -> texts.forEach(text -> {
                            String beginning = text.substring(0, Math.min(40, text.length()));
                            assertTimeoutPreemptively(LIMIT, () -> extract(path, text), beginning);
                        })));
    }

    @Test
    void randomTextNeverThrowsAndEveryPlaceIsInsideTheFile() {
        Random random = new Random(42);
        String[] pieces = {
            "jobs:",
            "steps:",
            "run: ",
            "script:\n",
            "- ",
            "\n",
            "  ",
            "    ",
            "${{ x }}",
            "{{ if }}",
            "sh ",
            "'",
            "\"",
            "'''",
            "\"\"\"",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "\\\n",
            "<<EOF\n",
            "EOF\n",
            "FROM a\n",
            "RUN ",
            "CMD [\"",
            "COPY . /a\n",
            "a",
            "é",
            "😀",
            "\u0000",
            "\t",
            "#",
            "//",
            "/*",
            "services:",
            "command: ",
            "apiVersion: v1\nkind: Pod\n",
            "containers:",
            "|\n",
            ">-\n",
            "&a ",
            "*a",
            "!reference ",
            "stage('x') ",
            "provisioner \"local-exec\" ",
            "= ",
            "$$",
            "ExecStart=",
            "inline: <<-X\n",
            "X\n",
            "#cloud-config\n",
            "ENV A=",
            "$A",
            "extends: .x\n",
            ".x:\n",
            ": ",
            "?",
            "---\n"
        };
        for (int i = 0; i < 4000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(40); j >= 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String path = PATHS.get(i % PATHS.size());
            for (Body body : bodies(extract(path, text.toString()))) {
                if (body instanceof Body.Shell shell) {
                    int last = 0;
                    for (int c = 0; c <= shell.source().text().length(); c++) {
                        int offset = shell.source().offset(c);
                        assertThat(offset).as("%s: %s", path, text).isBetween(last, text.length());
                        last = offset;
                    }
                }
            }
        }
    }

    @Test
    void notEveryFileIsOpened() {
        for (String path :
                List.of("src/main/java/A.java", "README.md", "package.json", "target/x.class", "a.tfvars.json")) {
            assertThat(extractors().stream().filter(e -> e.accepts(path)))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void aMissingIncludeOrTemplateIsNothing() {
        assertThatCode(() -> extract(".gitlab-ci.yml", "include: ['/../../etc/passwd', 'a.yml', '**']"))
                .doesNotThrowAnyException();
        assertThatCode(() -> extract("azure-pipelines.yml", "steps: [{template: ../../x.yml}]"))
                .doesNotThrowAnyException();
        assertThatCode(() -> extract("docker-compose.yml", "services: {a: {build: ../.., env_file: /etc/passwd}}"))
                .doesNotThrowAnyException();
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        return bomb + "jobs:\n  a:\n    steps: *a59\nsteps: *a59\nscript: *a59\n";
    }

    private static List<Body> bodies(Extract extract) {
        List<Body> all = new ArrayList<>();
        extract.scripts().forEach(script -> collect(script.body(), all));
        return all;
    }

    private static void collect(Body body, List<Body> all) {
        all.add(body);
        if (body instanceof Body.Sequence sequence) {
            sequence.parts().forEach(part -> collect(part, all));
        }
    }

    private static List<Extractor> extractors() {
        List<Extractor> all = new ArrayList<>(CiExtractors.all());
        all.addAll(ImageExtractors.all());
        return all;
    }

    private static Extract extract(String path, String text) {
        SourceFile file = new SourceFile(path, text);
        ProjectFiles project = new ProjectFiles() {
            @Override
            public Set<String> paths() {
                return Set.of(path, "charts/a/Chart.yaml");
            }

            @Override
            public Optional<SourceFile> read(String other) {
                return other.equals(path) ? Optional.of(file) : Optional.empty();
            }
        };
        List<Extract> all = extractors().stream()
                .filter(extractor -> extractor.accepts(path))
                .map(extractor -> extractor.extract(file, project))
                .toList();
        return new Extract(
                all.stream().flatMap(e -> e.scripts().stream()).toList(),
                all.stream().flatMap(e -> e.settings().stream()).toList());
    }
}
