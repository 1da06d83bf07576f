package io.github.migratemaven.mojo;

import io.github.migratemaven.maven.SeedFiles;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.SeedFile;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Runs the project's seed files, SQL and CSV, in the order of their names and in one transaction; each once as long as its content
 * stays the same. On a target that is stamped {@code production}, or not at all, only where {@code migrate.confirm} names the
 * database.
 *
 * @since 0.1.0
 */
@Mojo(name = "seed", threadSafe = true)
public final class SeedMojo extends WritingMojo {
    /**
     * The folder of the seed files. {@code 010-countries.csv} fills the table {@code countries}: its first line names the columns,
     * rows whose primary key is there already are updated.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.seedDirectory", defaultValue = "src/main/database/seed")
    private String seedDirectory;

    @Inject
    SeedMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "seed";
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        List<SeedFile> files = SeedFiles.in(base().resolve(seedDirectory), base());
        if (files.isEmpty()) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "no-seeds",
                    "there is no .sql or .csv file in " + seedDirectory,
                    "Write some, or name another folder with -Dmigrate.seedDirectory=…"));
        }
        return composition
                .seed(target, files, request(composition, target, Set.of()))
                .run();
    }
}
