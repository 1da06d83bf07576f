package io.github.migratemaven.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.catalog.EntryCatalog;
import io.github.migratemaven.scan.files.ProjectTree;
import io.github.migratemaven.scan.shell.ShellCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left closed changes nothing of what is found. */
class ProjectReadingTest {
    @TempDir
    private Path root;

    /** All projects of the tests are one monorepo: names that mean one thing in one of them mean others in the rest. */
    @Test
    void whatIsFoundIsTheSameAsWhereEveryFileIsRead() throws IOException {
        int number = 0;
        for (BanCase project : Stream.concat(BanCase.all("cases"), templates()).toList()) {
            number++;
            for (var file : project.texts().entrySet()) {
                write("project-" + number + "/" + file.getKey(), file.getValue());
            }
        }
        ProjectTree tree = ProjectTree.of(root, ProjectTree.Limits.DEFAULT);

        List<Finding> findings = scan(Bans.extractors(false)).scan(tree).findings();

        List<Finding> all = scan(Bans.extractors(false).stream()
                        .<Extractor>map(Open::new)
                        .toList())
                .scan(tree)
                .findings();
        assertThat(findings).hasSizeGreaterThan(300).isEqualTo(all);
    }

    @Test
    void aCallerInManyStepsIsFound() throws IOException {
        write("a/z.sh", "prisma db push\n");
        write("a/package.json", "{\"scripts\": {\"y\": \"./z.sh\", \"x\": \"npm run y\"}}");
        write("b/w.sh", "npm --prefix ../a run x\n");
        write("Dockerfile", "FROM node\nCOPY b/w.sh /w\nCMD [\"/w\"]\n");

        assertThat(scan(Bans.extractors(false))
                        .scan(ProjectTree.of(root, ProjectTree.Limits.DEFAULT))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.chain()).hasSizeGreaterThan(3));
    }

    @Test
    void aFileThatVanishesDuringTheScanIsNotThere() throws IOException {
        write("gone.sh", "prisma db push\n");
        write("package.json", "{\"scripts\": {\"build\": \"./gone.sh && prisma db push\"}}");
        ProjectTree tree = ProjectTree.of(root, ProjectTree.Limits.DEFAULT);
        Files.delete(root.resolve("gone.sh"));

        assertThat(scan(Bans.extractors(false)).scan(tree).findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.position().orElseThrow().file()).isEqualTo("package.json"));
    }

    private static Stream<BanCase> templates() {
        return BanCase.all("templates")
                .flatMap(template -> Stream.of(
                        template.with("prisma db push", "prisma-db-push"),
                        template.with("prisma migrate deploy", null)));
    }

    private static SchemaPushScan scan(List<Extractor> extractors) {
        return new SchemaPushScan(
                extractors,
                new ShellCommands(),
                EntryCatalog.with(List.of()),
                ScanOptions.defaults(LocalDate.of(2026, 11, 23)));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Of a file of any kind everything may come from elsewhere. */
    private record Open(Extractor extractor) implements Extractor {
        @Override
        public boolean accepts(String path) {
            return extractor.accepts(path);
        }

        @Override
        public Set<String> endings() {
            return extractor.endings();
        }

        @Override
        public Set<String> words() {
            return extractor.words();
        }

        @Override
        public Extract extract(SourceFile file, ProjectFiles project) {
            return extractor.extract(file, project);
        }
    }
}
