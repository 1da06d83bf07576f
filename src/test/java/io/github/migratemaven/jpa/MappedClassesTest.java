package io.github.migratemaven.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedClassesTest {
    private static final String ANNOTATIONS = """
            package jakarta.persistence;
            import java.lang.annotation.*;
            public class All {}
            @Retention(RetentionPolicy.RUNTIME) @interface Deep { Class<?>[] value(); long id() default 1L; }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void someClasses() throws IOException {
        compile(
                source("jakarta.persistence.Entity", annotation("Entity")),
                source("jakarta.persistence.Embeddable", annotation("Embeddable")),
                source("jakarta.persistence.All", ANNOTATIONS),
                source("shop.Order", """
                        package shop;
                        import jakarta.persistence.*;
                        @SuppressWarnings("all") @Entity
                        public class Order {
                            static final long LONG = 5_000_000_000L; static final double DOUBLE = 1.5;
                            String text = "é";
                            @Deprecated int old;
                            @Embeddable public static class Address {}
                            /** Only speaks of one. */
                            public static class Plain { Entity annotation; Class<?> type = Entity.class; @Entity int nothing; }
                        }
                        """),
                source("numbers.package-info", "@jakarta.persistence.Embeddable package numbers;"),
                source("plain.package-info", "@Deprecated package plain;"),
                source("audit.Entry", "package audit; @jakarta.persistence.Entity public class Entry {}"),
                source("shopping.Cart", "package shopping; @jakarta.persistence.Entity public class Cart {}"));
    }

    @Test
    void classesWithTheAnnotationsThemselvesAreFound() throws IOException {
        MappedClasses found = MappedClasses.in(List.of(folder), List.of());

        assertThat(found.names())
                .containsExactly("audit.Entry", "numbers", "shop.Order", "shop.Order$Address", "shopping.Cart");
        assertThat(found.hasEntities()).isTrue();
    }

    @Test
    void packagesLimitTheSearchAndReachIntoJars() throws IOException {
        Path jar = Files.createTempFile(folder.getParent(), "domain", ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(file));
            }
        }

        assertThat(MappedClasses.in(List.of(jar), List.of("shop")).names())
                .containsExactly("shop.Order", "shop.Order$Address");
        assertThat(MappedClasses.in(List.of(jar), List.of("nowhere")).hasEntities())
                .isFalse();
    }

    @Test
    void aBrokenFileIsNoEntity() throws IOException {
        Files.write(folder.resolve("Broken.class"), new byte[] {1, 2, 3, 4, 5});

        assertThat(MappedClasses.in(List.of(folder), List.of()).names()).hasSize(5);
    }

    @Test
    void everyClassOfTheJdkCanBeRead() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(URI.create("jrt:/java.base/java/util")))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                ClassAnnotations read = ClassAnnotations.read(new ByteArrayInputStream(Files.readAllBytes(file)));
                assertThat(read.name().replace('.', '/'))
                        .isEqualTo(file.toString()
                                .replaceFirst("^/(modules/)?java.base/", "")
                                .replaceFirst("\\.class$", ""));
            }
        }
        assertThat(ClassAnnotations.read(Object.class.getResourceAsStream("/java/lang/FunctionalInterface.class"))
                        .types())
                .contains("Ljava/lang/annotation/Documented;", "Ljava/lang/annotation/Target;");
    }

    private static String annotation(String name) {
        return "package jakarta.persistence; import java.lang.annotation.*;"
                + " @Retention(RetentionPolicy.RUNTIME) public @interface " + name + " {}";
    }

    private static SimpleJavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(
                URI.create("string:///" + name.replace('.', '/') + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private void compile(SimpleJavaFileObject... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.getTask(
                                null,
                                null,
                                null,
                                List.of("-d", folder.toString(), "-proc:none"),
                                null,
                                List.of(sources))
                        .call())
                .isTrue();
    }
}
