package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a Maven build makes of a module's resources: {@code @name@} and {@code ${name}} become the module's properties. */
final class Filtering {
    private Filtering() {}

    /** The settings with the values that the module's pom gives them. */
    static List<Setting> of(List<Setting> settings, SourceFile file, ProjectFiles project) {
        Optional<PomModel> pom = Optional.empty();
        List<Setting> filtered = new ArrayList<>(settings.size());
        for (Setting setting : settings) {
            String value = setting.value();
            boolean at = value.length() > 2 && value.startsWith("@") && value.endsWith("@");
            boolean braces = value.startsWith("${") && value.endsWith("}") && value.indexOf(':') < 0;
            if (at || braces) {
                pom = pom.isEmpty() ? module(file, project) : pom;
                String name = at ? value.substring(1, value.length() - 1) : value.substring(2, value.length() - 1);
                Optional<String> known = pom.flatMap(model -> model.property(name));
                if (known.isPresent()) {
                    value = known.get();
                }
            }
            filtered.add(
                    value.equals(setting.value())
                            ? setting
                            : new Setting(
                                    setting.key(), value, setting.position(), setting.siblings(), setting.evidence()));
        }
        return filtered;
    }

    /** The pom of the module whose {@code src} the file is in. */
    private static Optional<PomModel> module(SourceFile file, ProjectFiles project) {
        String path = file.path();
        int source = path.startsWith("src/") ? 0 : path.indexOf("/src/") + 1;
        return source == 0 && !path.startsWith("src/")
                ? Optional.empty()
                : PomModel.read(path.substring(0, source) + "pom.xml", project);
    }
}
