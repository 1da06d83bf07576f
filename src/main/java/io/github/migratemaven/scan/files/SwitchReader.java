package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.CodeConditions.Where;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the switches of ORMs in one file of code. */
final class SwitchReader {
    private static final int MAX_SETTINGS = 200;
    private static final Set<String> DATABASES = Set.of(
            "postgres",
            "mysql",
            "mariadb",
            "cockroachdb",
            "mssql",
            "oracle",
            "sqlite",
            "better-sqlite3",
            "aurora-postgres",
            "aurora-mysql");
    private static final Set<String> PUSHING_ADAPTERS =
            Set.of("postgresAdapter", "sqliteAdapter", "vercelPostgresAdapter", "sqliteD1Adapter");

    private final SourceFile file;
    private final List<CodeToken> tokens;
    private final CodeScopes scopes;
    private final List<Setting> settings = new ArrayList<>();
    private final Set<Evidence> ofPath;
    private final boolean byHand;
    private final boolean typeOrm;
    private final boolean sequelize;
    private final boolean mikroOrm;

    SwitchReader(SourceFile file) {
        this.file = file;
        tokens = CodeToken.read(file.text());
        scopes = new CodeScopes(tokens, file.text());
        ofPath = NameEvidence.of(file.path());
        byHand = NameEvidence.isByHand(file.name()) || file.name().contains("seed");
        String stem = file.name().toLowerCase(Locale.ROOT);
        typeOrm = stem.startsWith("ormconfig") || mentioned("typeorm");
        sequelize = stem.contains("sequelize") || mentioned("sequelize");
        mikroOrm = stem.startsWith("mikro-orm") || mentioned("mikro-orm") || mentioned("mikroorm");
    }

    private boolean mentioned(String word) {
        return tokens.stream().anyMatch(t -> t.text().toLowerCase(Locale.ROOT).contains(word));
    }

    List<Setting> read() {
        for (int i = 0; i < tokens.size() && settings.size() < MAX_SETTINGS; i++) {
            scopes.pass(i);
            CodeToken token = tokens.get(i);
            if (token.kind() == CodeToken.Kind.SIGN || i + 1 >= tokens.size()) {
                continue;
            }
            CodeToken next = tokens.get(i + 1);
            if (next.is(":") || next.is("=")) {
                property(i);
            } else if (next.is("(")
                    && i > 0
                    && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("?."))) {
                call(i);
            }
        }
        return settings;
    }

    private void property(int at) {
        String name = tokens.get(at).text();
        switch (name) {
            case "synchronize", "dropSchema" -> {
                CodeValue value = CodeValue.of(tokens, at + 2);
                Map<String, String> beside = scopes.literals();
                boolean itsObject = typeOrm || !sequelize && DATABASES.contains(beside.getOrDefault("type", ""));
                value.on().filter(on -> itsObject).ifPresent(on -> add("typeorm." + name, at, on, beside, false));
            }
            case "push" -> {
                if (scopes.caller().filter(PUSHING_ADAPTERS::contains).isPresent()) {
                    // Payload pushes only where NODE_ENV is not production.
                    CodeValue.of(tokens, at + 2)
                            .on()
                            .ifPresent(on -> add("payload.db.push", at, Where.DEVELOPMENT, Map.of(), false));
                }
            }
            case "sync" -> {
                if (sequelize && at + 2 < tokens.size() && tokens.get(at + 2).is("{")) {
                    sequelizeSync(at, at + 2, false);
                }
            }
            default -> {}
        }
    }

    private void call(int at) {
        String name = tokens.get(at).text();
        CodeToken argument = tokens.get(Math.min(at + 2, tokens.size() - 1));
        switch (name) {
            case "sync" -> {
                if (sequelize && argument.is("{")) {
                    sequelizeSync(at, at + 2, true);
                }
            }
            case "synchronize" -> {
                if (typeOrm) {
                    boolean drops = argument.is("true");
                    add(drops ? "typeorm.dropSchema" : "typeorm.synchronize", at, Where.ANYWHERE, Map.of(), true);
                }
            }
            case "dropDatabase" -> {
                if (typeOrm || mikroOrm) {
                    String key = typeOrm ? "typeorm.dropSchema" : "mikro-orm.schema.drop";
                    add(key, at, Where.ANYWHERE, Map.of(), true);
                }
            }
            case "updateSchema", "dropSchema", "refreshDatabase", "update", "drop", "refresh" -> {
                boolean ofSchema =
                        name.length() > 7 || at > 1 && tokens.get(at - 2).is("schema");
                Optional<Where> safe = argument.is("{") ? CodeValue.in(tokens, at + 2, "safe") : Optional.empty();
                if (mikroOrm && ofSchema && safe.isEmpty()) {
                    String key = name.startsWith("update") ? "mikro-orm.schema.update" : "mikro-orm.schema.drop";
                    add(key, at, Where.ANYWHERE, Map.of(), true);
                }
            }
            default -> {}
        }
    }

    private void sequelizeSync(int at, int object, boolean called) {
        for (String option : List.of("force", "alter")) {
            Optional<Where> on = CodeValue.in(tokens, object, option);
            if (on.isPresent()) {
                add("sequelize.sync." + option, at, on.get(), Map.of(), called);
                return;
            }
        }
    }

    /** @param called whether it happens where the code comes by, and not when an application starts */
    private void add(String key, int at, Where on, Map<String, String> siblings, boolean called) {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        evidence.addAll(ofPath);
        if (on == Where.DEVELOPMENT || scopes.where() == Where.DEVELOPMENT || called && byHand) {
            evidence.add(Evidence.DEVELOPMENT);
        }
        settings.add(new Setting(key, "true", file.position(tokens.get(at).start()), siblings, evidence));
    }
}
