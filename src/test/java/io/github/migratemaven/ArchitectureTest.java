package io.github.migratemaven;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Test;

/** The package table of CONTRIBUTING.md as rules. */
class ArchitectureTest {
    private static final String BASE = "io.github.migratemaven";

    /** Which of our packages each may use, beside itself and its own subpackages. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("port", Set.of("model")),
            Map.entry("sql", Set.of("model")),
            Map.entry("report", Set.of("model")),
            Map.entry("deploy", Set.of("port", "model")),
            Map.entry("maven", Set.of("port", "model")),
            Map.entry("postgres", Set.of("port", "model", "sql")),
            Map.entry("liquibase", Set.of("port", "model", "sql")),
            Map.entry("layout", Set.of("port", "model", "sql")),
            Map.entry("jpa", Set.of("model")),
            Map.entry("scan", Set.of("model")),
            Map.entry("lint", Set.of("sql", "model")),
            Map.entry("rehearse", Set.of("port", "model", "lint")),
            Map.entry("author", Set.of("port", "model", "lint", "sql")),
            Map.entry("enforcer", Set.of("scan", "lint", "report", "model")),
            Map.entry(
                    "mojo",
                    Set.of(
                            "author",
                            "deploy",
                            "jpa",
                            "layout",
                            "lint",
                            "liquibase",
                            "maven",
                            "model",
                            "port",
                            "postgres",
                            "rehearse",
                            "report",
                            "scan"))));

    /** A foreign library stands in one place. */
    private static final Map<String, List<String>> ONLY_IN = new TreeMap<>(Map.ofEntries(
            Map.entry("liquibase..", List.of("liquibase")),
            Map.entry("org.postgresql..", List.of("postgres")),
            Map.entry("org.pgcodekeeper..", List.of("postgres.compare")),
            Map.entry("org.antlr..", List.of("postgres.compare")),
            Map.entry("org.jgrapht..", List.of("postgres.compare")),
            Map.entry("org.slf4j..", List.of()),
            Map.entry("java.sql..", List.of("liquibase", "postgres")),
            Map.entry("javax.sql..", List.of("liquibase", "postgres")),
            Map.entry("org.apache.maven..", List.of("mojo", "maven", "enforcer")),
            Map.entry("org.eclipse.aether..", List.of("mojo", "maven")),
            Map.entry("org.codehaus.plexus..", List.of("maven")),
            Map.entry("javax.inject..", List.of("mojo", "maven", "enforcer"))));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void everyPackageIsInTheTable() {
        Set<String> packages = new TreeSet<>();
        PRODUCT.forEach(c ->
                packages.add(c.getPackageName().substring(BASE.length() + 1).split("\\.")[0]));

        assertThat(MAY_USE.keySet()).containsAll(packages);
    }

    @Test
    void aPackageUsesOnlyWhatTheTableAllows() {
        MAY_USE.forEach((name, allowed) -> {
            List<String> forbidden = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(name) && !allowed.contains(other))
                    .map(ArchitectureTest::below)
                    .toList();
            noClasses()
                    .that()
                    .resideInAPackage(below(name))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden.toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(PRODUCT);
        });
    }

    @Test
    void theModelNeedsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage(below("model"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", BASE + ".model..")
                .check(PRODUCT);
    }

    @Test
    void aForeignLibraryStandsInOnePlace() {
        ONLY_IN.forEach((library, packages) -> noClasses()
                .that()
                .resideOutsideOfPackages(
                        packages.stream().map(ArchitectureTest::below).toArray(String[]::new))
                .and(notGenerated())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(PRODUCT));
    }

    @Test
    void theServerRunnerOnlyAsksWhetherItsServerAnswersAndMakesItsDatabase() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".postgres.embedded")
                .and()
                .doNotHaveSimpleName("DatabaseSession")
                .and()
                .doNotHaveSimpleName("EmbeddedServer")
                .and()
                .doNotHaveSimpleName("ProjectDevServer")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.postgresql..", "java.sql..")
                .check(PRODUCT);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void onlyTheCompositionRootKnowsBothAdapters() {
        DescribedPredicate<JavaClass> adapters =
                resideInAnyPackage(BASE + ".liquibase..", BASE + ".postgres..").as("both adapters");
        Set<String> both = new TreeSet<>();
        for (JavaClass type : PRODUCT) {
            if (!adapters.test(type)) {
                Set<String> used = new TreeSet<>();
                type.getDirectDependenciesFromSelf().forEach(d -> {
                    if (adapters.test(d.getTargetClass())) {
                        used.add(d.getTargetClass()
                                .getPackageName()
                                .substring(BASE.length() + 1)
                                .split("\\.")[0]);
                    }
                });
                if (used.size() > 1) {
                    both.add(type.getSimpleName());
                }
            }
        }

        assertThat(both).containsExactly("Composition");
    }

    @Test
    void goalsAreFinalAndReadNoSystemProperties() {
        classes()
                .that()
                .areAssignableTo(AbstractMojo.class)
                .and()
                .doNotHaveModifier(ABSTRACT)
                .and(notGenerated())
                .should()
                .haveModifier(FINAL)
                .andShould()
                .haveSimpleNameEndingWith("Mojo")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage(below("mojo"))
                .and(notGenerated())
                .should()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class, String.class)
                .orShould()
                .callMethod(System.class, "getProperties")
                .check(PRODUCT);
    }

    @Test
    void nobodyPrintsPastTheLog() {
        noClasses()
                .that(notGenerated())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(PRODUCT);
    }

    @Test
    void noFileOutgrowsThreeHundredAndFiftyLines() throws IOException {
        List<String> long350 = new ArrayList<>();
        for (Path file : sources("src/main/java", "src/test/java")) {
            long lines = Files.readString(file).lines().count();
            if (lines > 350) {
                long350.add(file + ": " + lines);
            }
        }
        assertThat(long350).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForInOneSentence() throws IOException {
        Set<Path> folders = new TreeSet<>();
        sources("src/main/java").forEach(file -> folders.add(file.getParent()));

        for (Path folder : folders) {
            assertThat(folder.resolve("package-info.java")).exists();
            assertThat(Files.readString(folder.resolve("package-info.java")))
                    .as(folder.toString())
                    .startsWith("/**");
        }
    }

    private static List<Path> sources(String... roots) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String root : roots) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all;
    }

    private static String below(String name) {
        return BASE + "." + name + "..";
    }

    /** The help goal is the plugin tools' own. */
    private static DescribedPredicate<JavaClass> notGenerated() {
        return DescribedPredicate.describe(
                "are not generated", c -> !c.getSimpleName().equals("HelpMojo"));
    }
}
