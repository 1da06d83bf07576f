package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringJpaTest {
    @TempDir
    private Path root;

    @Test
    void whatTheApplicationTellsHibernateIsRead() throws IOException {
        Files.writeString(root.resolve("application.yml"), """
                spring:
                  jpa:
                    database-platform: org.hibernate.dialect.PostgreSQLDialect
                    hibernate:
                      ddl-auto: validate
                      naming:
                        physical-strategy: com.acme.Names
                    properties:
                      hibernate.default_schema: crm
                      hibernate:
                        type:
                          preferred_uuid_jdbc_type: CHAR
                """);

        assertThat(SpringJpa.settings(root, root, List.of(), Map.of()))
                .isEqualTo(Map.of(
                        "hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect",
                        "hibernate.physical_naming_strategy", "com.acme.Names",
                        "hibernate.default_schema", "crm",
                        "hibernate.type.preferred_uuid_jdbc_type", "CHAR"));
    }
}
