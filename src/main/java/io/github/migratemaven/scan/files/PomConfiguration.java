package io.github.migratemaven.scan.files;

import java.util.Optional;

/** An execution's configuration, with the plugin's where it has none. */
record PomConfiguration(XmlText.Element plugin, XmlText.Element execution, PomSection section) {
    Optional<XmlText.Element> child(String name) {
        return execution.child("configuration", name).or(() -> plugin.child("configuration", name));
    }

    String folder() {
        String own = section.file().folder();
        return child("workingDirectory")
                .flatMap(folder -> ProjectPath.resolve(own, section.pom().interpolate(folder.text())))
                .orElse(own);
    }
}
