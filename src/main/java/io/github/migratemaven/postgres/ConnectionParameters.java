package io.github.migratemaven.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One place's part of an address, in one spelling: {@code host}, {@code hostaddr}, {@code port}, {@code dbname},
 * {@code user}, {@code password}, {@code service}, {@code passfile}, {@code schema}, {@code connect_timeout} (libpq's
 * words) and, for everything else, the names of pgjdbc's properties. Values are decoded and not empty.
 *
 * @param values may hold a password: {@link #toString} leaves values out
 * @param origin where it came from, for messages: {@code DATABASE_URL}, …
 * @param subject the same as a sentence's subject: {@code The URL in DATABASE_URL}
 * @param servicesWin whether a connection service named here wins over it, as it does over libpq's variables
 * @param poolerSign a parameter that says that the address is a connection pooler; empty without one
 * @param warnings sentences for people: parameters that have no effect here
 */
public record ConnectionParameters(
        Map<String, String> values,
        String origin,
        String subject,
        boolean servicesWin,
        Optional<String> poolerSign,
        List<String> warnings) {

    public ConnectionParameters {
        values = Map.copyOf(values);
        warnings = List.copyOf(warnings);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    AddressProblem problem() {
        return new AddressProblem(subject);
    }

    /** What this one leaves open is taken from the other one; the origin stays ours. */
    ConnectionParameters orElse(ConnectionParameters lower) {
        Map<String, String> merged = new LinkedHashMap<>(lower.values);
        merged.putAll(values);
        List<String> all = new ArrayList<>(warnings);
        all.addAll(lower.warnings);
        return new ConnectionParameters(
                merged, origin, subject, servicesWin, poolerSign.isPresent() ? poolerSign : lower.poolerSign(), all);
    }

    ConnectionParameters with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new ConnectionParameters(changed, origin, subject, servicesWin, poolerSign, warnings);
    }

    ConnectionParameters without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return new ConnectionParameters(changed, origin, subject, servicesWin, poolerSign, warnings);
    }

    @Override
    public String toString() {
        return "ConnectionParameters of " + origin;
    }
}
