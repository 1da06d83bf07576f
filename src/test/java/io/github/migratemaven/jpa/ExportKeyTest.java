package io.github.migratemaven.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.jpa.export.ExportOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportKeyTest {
    @TempDir
    private Path folder;

    @Test
    void itChangesWithEveryFileAndEverySettingAndOnlyWithThem() throws IOException {
        Path nested = Files.createDirectories(folder.resolve("shop")).resolve("Order.class");
        Files.writeString(nested, "a");
        String before = key(Map.of("hibernate.default_schema", "crm"));

        assertThat(key(Map.of("hibernate.default_schema", "crm"))).isEqualTo(before);
        assertThat(key(Map.of())).isNotEqualTo(before);
        Files.writeString(folder.resolve("changelog.sql"), "a");
        assertThat(key(Map.of("hibernate.default_schema", "crm"))).isEqualTo(before);
        Files.writeString(folder.resolve("hibernate.cfg.xml"), "a");
        assertThat(key(Map.of("hibernate.default_schema", "crm"))).isNotEqualTo(before);
        Files.delete(folder.resolve("hibernate.cfg.xml"));
        Files.writeString(nested, "longer");
        assertThat(key(Map.of("hibernate.default_schema", "crm"))).isNotEqualTo(before);
    }

    @Test
    void aMissingPlaceIsNoError() throws IOException {
        assertThat(ExportKey.of(List.of(folder.resolve("nowhere")), order(Map.of())))
                .hasSize(64);
    }

    @Test
    void hibernatesOwnWordsAreTheInnermostCause() {
        assertThat(HibernateWords.of("""
                        jakarta.persistence.PersistenceException: [PersistenceUnit: default] Unable to build
                        org.hibernate.AnnotationException: Property 'shop.Order.x' is no basic type
                        """)).isEqualTo("Property 'shop.Order.x' is no basic type");
        assertThat(HibernateWords.of("java.lang.ClassNotFoundException: com.acme.Names\n"))
                .isEqualTo("java.lang.ClassNotFoundException: com.acme.Names");
    }

    @Test
    void aClassPathWithBlanksAndBackslashesSurvivesTheArgumentFile() {
        assertThat(ForkedExport.quoted("C:\\my repo\\a.jar")).isEqualTo("\"C:\\\\my repo\\\\a.jar\"");
    }

    private String key(Map<String, String> settings) throws IOException {
        return ExportKey.of(List.of(folder), order(settings));
    }

    private static ExportOrder order(Map<String, String> settings) {
        return new ExportOrder(
                "default", List.of("shop.Order"), List.of(), settings, Path.of("a.sql"), Path.of("b.txt"));
    }
}
