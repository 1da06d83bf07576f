package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.files.ci.CiExtractors;
import io.github.migratemaven.scan.files.image.ImageExtractors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ExtractorCasesTest {
    @TestFactory
    Stream<DynamicTest> github() {
        return cases("github.cases", Entry.CI, CiExtractors.all());
    }

    @TestFactory
    Stream<DynamicTest> gitlab() {
        return cases("gitlab.cases", Entry.CI, CiExtractors.all());
    }

    @TestFactory
    Stream<DynamicTest> jenkins() {
        return cases("jenkins.cases", Entry.CI, CiExtractors.all());
    }

    @TestFactory
    Stream<DynamicTest> otherContinuousIntegration() {
        return cases("ci.cases", Entry.CI, CiExtractors.all());
    }

    @TestFactory
    Stream<DynamicTest> dockerfiles() {
        return cases("docker.cases", Entry.IMAGE, ImageExtractors.all());
    }

    @TestFactory
    Stream<DynamicTest> compose() {
        return cases("compose.cases", Entry.START, ImageExtractors.all());
    }

    @TestFactory
    Stream<DynamicTest> kubernetes() {
        return cases("kubernetes.cases", Entry.DEPLOY, ImageExtractors.all());
    }

    @TestFactory
    Stream<DynamicTest> machines() {
        return cases("machines.cases", Entry.DEPLOY, ImageExtractors.all());
    }

    private static Stream<DynamicTest> cases(String resource, Entry ordinary, List<Extractor> extractors) {
        return ExtractorCase.read(resource).stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one, ordinary, extractors)));
    }

    private static void check(ExtractorCase one, Entry ordinary, List<Extractor> extractors) {
        List<String> found = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        for (Extractor extractor : extractors) {
            if (extractor.accepts(one.path())) {
                Extract extract = one.extract(extractor);
                found.addAll(ExtractorCase.described(extract, ordinary));
                extract.settings()
                        .forEach(setting -> settings.add(setting.key()
                                + '='
                                + setting.value()
                                + (setting.evidence().isEmpty() ? "" : " " + setting.evidence())
                                + '\t'
                                + setting.position()));
            }
        }
        assertThat(found).as("commands").containsExactlyInAnyOrderElementsOf(placed(one.commands(), one.marked('▶')));
        if (!one.settings().isEmpty()) {
            assertThat(settings)
                    .as("settings")
                    .containsExactlyInAnyOrderElementsOf(placed(one.settings(), one.marked('◆')));
        }
    }

    private static List<String> placed(List<String> lines, List<String> places) {
        assertThat(places).as("marks for %s", lines).hasSameSizeAs(lines);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            all.add(lines.get(i) + '\t' + places.get(i));
        }
        return all;
    }
}
