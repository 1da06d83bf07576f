package io.github.migratemaven.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledSourcesTest {
    private static final FileTime BEFORE = FileTime.fromMillis(1_700_000_000_000L);
    private static final FileTime AFTER = FileTime.fromMillis(1_700_000_001_000L);

    @TempDir
    private Path folder;

    private Path sources;
    private Path classes;

    @BeforeEach
    void anEntity() throws IOException {
        sources = folder.resolve("src/main/java");
        classes = folder.resolve("target/classes");
        source("shop/Order.java", "@Entity class Order {}", BEFORE);
        compiled("shop/Order.class");
        source("shop/Services.java", "class Services {}", AFTER);
        compiled("shop/Services.class");
        source("shop/package-info.java", "/** Of {@code @Entity}. */ package shop;", AFTER);
    }

    @Test
    void whatIsCompiledIsNotNewerAndWhatIsNoEntityDoesNotMatter() throws IOException {
        assertThat(newer()).isEmpty();
    }

    @Test
    void anEntityThatHasChangedIs() throws IOException {
        source("shop/Order.java", "@Entity class Order { int x; }", AFTER);

        assertThat(newer()).containsExactly(sources.resolve("shop/Order.java"));
    }

    /** Its values are in a CHECK or a type. */
    @Test
    void anEnumThatHasChangedIs() throws IOException {
        source("shop/State.java", "package shop;\npublic enum State { NEW, PAID }", AFTER);
        compiled("shop/State.class");

        assertThat(newer()).containsExactly(sources.resolve("shop/State.java"));
    }

    @Test
    void anEntityThatHasNoClassYetIs() throws IOException {
        source("shop/Purchase.java", "import jakarta.persistence.*;\n@Entity @Table\npublic class Purchase {}", BEFORE);

        assertThat(newer()).containsExactly(sources.resolve("shop/Purchase.java"));
        assertThat(newer("shop")).hasSize(1);
        assertThat(newer("other")).isEmpty();
    }

    private List<Path> newer(String... packages) throws IOException {
        ExportRequest request = new ExportRequest(
                folder,
                classes,
                List.of(sources, folder.resolve("nowhere")),
                List.of(),
                Optional.empty(),
                List.of(packages),
                Map.of(),
                folder);
        return CompiledSources.newer(request, List.of("shop", "shop.Order")).stream()
                .toList();
    }

    private void source(String name, String text, FileTime time) throws IOException {
        Files.createDirectories(sources.resolve(name).getParent());
        Files.setLastModifiedTime(Files.writeString(sources.resolve(name), text), time);
    }

    private void compiled(String name) throws IOException {
        Files.createDirectories(classes.resolve(name).getParent());
        Files.setLastModifiedTime(Files.writeString(classes.resolve(name), ""), BEFORE);
    }
}
