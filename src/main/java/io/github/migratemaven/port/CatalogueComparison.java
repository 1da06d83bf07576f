package io.github.migratemaven.port;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the schemas of two databases. Our history and journal, and stock Liquibase's lock table, are left out. */
public interface CatalogueComparison {
    /**
     * The statements that make the first database like the second, in an order that respects dependencies as far as they can
     * be read from the catalogue. Names are qualified. The order of a table's columns is not compared.
     *
     * @param schema compares only this one; empty = all but the system's own
     * @return empty when they are equal
     * @throws io.github.migratemaven.model.MigrateException when a catalogue cannot be read
     */
    List<CatalogueChange> compare(Target from, Target to, Optional<String> schema);

    /**
     * The same for who has read both catalogues, as they are now.
     *
     * @param from changed in a transaction that is taken back, where that helps to find out
     */
    default List<CatalogueChange> compare(
            Target from, Map<String, String> before, Target to, Map<String, String> after, Optional<String> schema) {
        return compare(from, to, schema);
    }

    /**
     * Where what {@link #compare} says does not run, or changes nothing: what the catalogues say of single objects, each statement by
     * itself a step towards the second database. Some may not run, either, and one may be in the way of another.
     */
    default List<CatalogueChange> remainder(
            Target from, Map<String, String> before, Target to, Map<String, String> after, Optional<String> schema) {
        return List.of();
    }

    /**
     * Every object of a database with its definition as PostgreSQL prints it, whatever it depends on, for a judgement that does
     * not rely on {@link #compare}: two databases are equal when these are. The order of a table's columns is left out.
     *
     * @param schema reads only this one; empty = all but the system's own
     * @return keys such as {@code column public.orders.total}, in their order
     */
    Map<String, String> catalogue(Target database, Optional<String> schema);

    /**
     * The same of all schemas, over a session that is there already and not in a transaction: for who asks again and again, since a
     * new back end takes several times as long for its first answer.
     */
    Map<String, String> catalogue(Session session);
}
