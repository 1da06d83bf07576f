package io.github.migratemaven.mojo;

import io.github.migratemaven.author.Desired;
import io.github.migratemaven.jpa.ExportRequest;
import io.github.migratemaven.jpa.HibernateExport;
import io.github.migratemaven.maven.SpringJpa;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.postgres.CatalogueShapes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.project.MavenProject;

/** The composition root of a desired schema that is the JPA entities'. */
final class JpaComposition {
    private final Composition composition;
    private final JpaOptions options;

    JpaComposition(Composition composition, JpaOptions options) {
        this.composition = composition;
        this.options = options;
    }

    /** @param output where reports go */
    Desired.Entities desired(Path output) {
        TargetedRequest request = composition.request();
        MavenProject project = request.project()
                .orElseThrow(() -> new MigrateException(Failure.InvalidInput.of(
                        "no-project",
                        "the JPA entities are those of a Maven project, and there is none in " + request.base(),
                        "Start Maven in the project's folder, or with -f.")));
        if (request.values().find("desiredUrl").isPresent()) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "bad-parameter",
                    "both migrate.desiredJpa and migrate.desiredUrl are given",
                    "Say one of them: the desired schema is one."));
        }
        HibernateExport.Exported exported = new HibernateExport(new ExportRequest(
                        request.base(),
                        Path.of(project.getBuild().getOutputDirectory()),
                        project.getCompileSourceRoots().stream().map(Path::of).toList(),
                        composition.classPath(project),
                        options.unit(),
                        options.packages(),
                        settings(request),
                        output.resolve("jpa")))
                .export();
        String shown = "the JPA entities";
        composition
                .progress()
                .info("The desired schema is that of " + shown + ": " + exported.classes()
                        + " mapped classes, exported by the project's Hibernate"
                        + (exported.namedBySpring() ? ", with Spring Boot's naming strategies." : "."));
        return new Desired.Entities(shown, exported.ddl(), options.keep(), new CatalogueShapes());
    }

    private Map<String, String> settings(TargetedRequest request) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (request.spring()) {
            settings.putAll(SpringJpa.settings(
                    request.base(), composition.addresses().resources(), request.springProfiles(), System.getenv()));
        }
        settings.putAll(options.properties());
        request.values()
                .find("jpaProperties")
                .filter(found -> found.origin().startsWith("-D"))
                .ifPresent(found -> settings.putAll(Text.pairs("migrate.jpaProperties", found.value())));
        return settings;
    }
}
