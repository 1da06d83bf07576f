package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class BuildValuesTest {
    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>g</groupId>
              <artifactId>a</artifactId>
              <version>1</version>
              <properties>
                <migrate.schema>app</migrate.schema>
              </properties>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.migratemaven</groupId>
                    <artifactId>migrate-maven-plugin</artifactId>
                    <configuration>
                      <url>postgres://common/db</url>
                      <user>app</user>
                      <parameters><x>y</x></parameters>
                    </configuration>
                    <executions>
                      <execution>
                        <id>staging</id>
                        <configuration>
                          <url>postgres://staging/db</url>
                        </configuration>
                      </execution>
                    </executions>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    @Test
    void theConfigurationOfTheExecutionComesBeforeTheCommonOne() throws Exception {
        assertThat(of("staging").find("url").orElseThrow().value()).isEqualTo("postgres://staging/db");
        assertThat(of("staging").find("user").orElseThrow().value()).isEqualTo("app");
        assertThat(of("default-cli").find("url").orElseThrow().value()).isEqualTo("postgres://common/db");
    }

    @Test
    void theCommandLineComesBeforeThePom() throws Exception {
        assertThat(of("staging").find("schema").orElseThrow().value()).isEqualTo("fromCommandLine");
        assertThat(of("staging").project()).containsEntry("migrate.schema", "app");
        assertThat(of("staging").find("parameters")).isEmpty();
        assertThat(of("staging").find("password").orElseThrow().origin())
                .isEqualTo("the system property migrate.password");
    }

    @Test
    void aGoalOfTheCommandLineFindsWhatTheParentManages() throws Exception {
        String managed = POM.replace("<plugins>", "<pluginManagement><plugins>")
                .replace("</plugins>", "</plugins></pluginManagement>");

        assertThat(of("default-cli", managed).find("url").orElseThrow().value()).isEqualTo("postgres://common/db");
    }

    private static BuildValues of(String executionId) throws Exception {
        return of(executionId, POM);
    }

    @SuppressWarnings("deprecation")
    private static BuildValues of(String executionId, String pom) throws Exception {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.getUserProperties().setProperty("migrate.schema", "fromCommandLine");
        request.getSystemProperties().setProperty("migrate.password", "zebra7");
        MavenSession session = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
        session.setCurrentProject(new MavenProject(new MavenXpp3Reader().read(new StringReader(pom))));
        return BuildValues.of(session, new MojoExecution(new MojoDescriptor(), executionId), Map.of());
    }
}
