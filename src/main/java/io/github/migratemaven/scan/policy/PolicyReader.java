package io.github.migratemaven.scan.policy;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.Spelling;
import io.github.migratemaven.scan.Place;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.Written;
import io.github.migratemaven.scan.catalog.EntryCatalog;
import io.github.migratemaven.scan.files.Glob;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings together and checks what the POM and the ban file say. */
public final class PolicyReader {
    static final String IDS_ARE = "docs/bans.md lists the ids.";

    private static final int LONGEST_ID = 100;

    private final EntryCatalog catalog;

    private PolicyReader(EntryCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param root the scanned folder
     * @throws MigrateException with an {@code InvalidInput} that names the place, for whatever will not do
     */
    public static Policy read(Path root, BanSettings settings) {
        ConfigurationFiles files = new ConfigurationFiles(root);
        Asked asked = settings.asked();
        List<SourceFile> catalogs = new ArrayList<>();
        for (String path : asked.catalogs()) {
            catalogs.add(files.read(path, Place.named("<catalogs>")));
        }
        Optional<SourceFile> banFile = files.banFile(settings.banFile());
        if (banFile.isPresent()) {
            Asked more = BanFile.read(banFile.get());
            Place place = Place.at(Position.ofFile(banFile.get().path()));
            for (String path : more.catalogs()) {
                catalogs.add(files.readInside(path, place));
            }
            asked = asked.over(more);
        }
        return new PolicyReader(EntryCatalog.with(catalogs, asked.entries())).policy(asked);
    }

    private Policy policy(Asked asked) {
        Map<String, Severity> severities = new HashMap<>();
        for (Written written : asked.severities()) {
            String id = known(written.required("id", IDS_ARE), written);
            severities.put(id, written.severity(written.required("severity", "Use error, warning or info.")));
        }
        String developmentScripts = developmentScripts(asked.general());
        List<Allowed> exceptions = new ArrayList<>();
        for (Written written : asked.exceptions()) {
            exceptions.add(exception(written));
        }
        return new Policy(
                Boolean.parseBoolean(asked.general().optional("strict").orElse("")),
                developmentScripts,
                asked.includes(),
                asked.excludes(),
                catalog,
                severities,
                exceptions);
    }

    private static String developmentScripts(Written general) {
        String word = general.optional("developmentScripts").orElse("allow").toLowerCase(Locale.ROOT);
        if (!Set.of("allow", "warn", "fail").contains(word)) {
            throw general.bad(
                    "developmentScripts has the value \"" + word + "\", which it does not take",
                    "Use allow, warn or fail.");
        }
        return word;
    }

    private Allowed exception(Written written) {
        Optional<String> file = written.optional("file");
        Optional<String> id = written.optional("id");
        if (file.isEmpty() && id.isEmpty()) {
            throw written.bad("An exception without file and id would allow everything", "Name a file, an id or both.");
        }
        id.ifPresent(text -> known(text, written));
        String reason = written.required("reason", "Say why this is allowed, for whoever reads it next.");
        Optional<LocalDate> until = written.optional("until")
                .map(text -> date(text).orElseThrow(() -> written.bad(notADate(text), "Write year-month-day.")));
        Place place = written.place().position().isPresent()
                ? written.place()
                : Place.named(written.place().words() + " of the configuration");
        return new Allowed(
                place,
                new Allowed.Scope.Files(file.map(PolicyReader::fromRoot).map(Glob::new), id.orElse("")),
                reason,
                until,
                "");
    }

    private static String fromRoot(String file) {
        String path = file.replace('\\', '/');
        return path.startsWith("./") ? path.substring(2) : path;
    }

    private String known(String id, Written written) {
        if (!catalog.ids().contains(id)) {
            throw written.bad("The catalogue has no entry " + id, meant(id, catalog.ids()) + IDS_ARE);
        }
        return id;
    }

    /** A sentence with a blank behind it, or nothing. */
    static String meant(String word, Collection<String> known) {
        return Optional.of(word)
                .filter(text -> text.length() <= LONGEST_ID)
                .flatMap(text -> Spelling.nearest(text, known))
                .map(near -> "Did you mean " + near + "? ")
                .orElse("");
    }

    static String notADate(String text) {
        return "\"" + text + "\" is not a date such as 2027-01-31";
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
