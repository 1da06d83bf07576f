package io.github.migratemaven.author;

import io.github.migratemaven.author.entities.Kept;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ShapeReader;
import java.util.List;

/** Where a schema is to go. */
public sealed interface Desired {
    /** As messages name it. */
    String display();

    /** Two that have the same are the same schema, unless it is a database's. */
    String content();

    /** What else may be meant where something is gone: the end of a hint. */
    default String insteadOfLoss() {
        return "or say in the desired schema what was renamed: -- migrate:renamed-from old_name above the column or table.";
    }

    /**
     * Plain PostgreSQL DDL.
     *
     * @param file for messages: relative to the project
     */
    record Script(String file, String text) implements Desired {
        @Override
        public String display() {
            return file;
        }

        @Override
        public String content() {
            return text;
        }
    }

    /** A database that has it. */
    record Database(Target target) implements Desired {
        @Override
        public String display() {
            return target.display();
        }

        @Override
        public String content() {
            return target.display();
        }
    }

    /**
     * Entities, which say something about tables only: of the rest the changelog's own schema is desired.
     *
     * @param display as messages name them
     * @param ddl what Hibernate exports
     * @param keep names of tables and columns that are no entity's
     * @param shapes compares the two
     */
    record Entities(String display, String ddl, List<String> keep, ShapeReader shapes) implements Desired {
        public Entities {
            keep = List.copyOf(keep);
        }

        @Override
        public String content() {
            return ddl + "\n-- keep: " + String.join(", ", keep);
        }

        @Override
        public String insteadOfLoss() {
            return "or name what no entity has and is to stay: -Dmigrate.jpaKeep=table,table.column. A rename is written by hand,"
                    + " with migrate:new.";
        }

        Kept kept() {
            return new Kept(keep);
        }
    }
}
