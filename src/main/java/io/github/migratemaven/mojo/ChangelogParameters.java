package io.github.migratemaven.mojo;

import io.github.migratemaven.author.ContentDigest;
import io.github.migratemaven.maven.BuildValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What decides, beside its files, what a changelog makes.
 *
 * @param contexts empty = every context
 * @param labels empty = every label
 * @param values of {@code ${name}} in the changelog
 * @param schema empty = the session's
 */
record ChangelogParameters(String contexts, String labels, Map<String, String> values, Optional<String> schema) {
    /** What the build says, where it says nothing what Spring's configuration does. */
    static ChangelogParameters of(TargetedRequest request, TargetAddresses addresses) {
        Map<String, String> values = new LinkedHashMap<>(addresses.springParameters());
        values.putAll(request.parameters());
        Optional<BuildValues.Found> typed = request.values().find("parameters");
        if (typed.isPresent() && typed.get().origin().startsWith("-D")) {
            values.putAll(Text.pairs("migrate.parameters", typed.get().value()));
        }
        return new ChangelogParameters(
                request.contexts().isBlank() ? addresses.springContexts() : request.contexts(),
                request.labels().isBlank() ? addresses.springLabels() : request.labels(),
                values,
                request.schema().or(addresses::schema));
    }

    /** Tells them from others, and nothing about them: a value may be a secret. */
    String digest() {
        StringBuilder text = new StringBuilder();
        text.append(contexts).append('\0').append(labels).append('\0').append(schema.orElse(""));
        new TreeMap<>(values)
                .forEach((name, value) ->
                        text.append('\0').append(name).append('\0').append(value));
        return ContentDigest.of(text.toString());
    }
}
