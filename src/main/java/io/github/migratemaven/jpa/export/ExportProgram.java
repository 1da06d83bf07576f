package io.github.migratemaven.jpa.export;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;

/**
 * Asks the Hibernate of the class path for the DDL of a persistence unit (JPA 2.1 and newer, section "Schema Generation": scripts
 * only, no connection). Ends with 0 and the script, or with 1 and a file that says why: one line for each cause, the first the outermost.
 */
public final class ExportProgram {
    private static final String PROVIDER = "org.hibernate.jpa.HibernatePersistenceProvider";

    private ExportProgram() {}

    /** @param args one file: {@link ExportOrder}, as properties in UTF-8 */
    public static void main(String[] args) throws IOException {
        Properties text = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
            text.load(reader);
        }
        ExportOrder order = ExportOrder.of(text);
        try {
            export(order);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            Files.writeString(order.failure(), causes(e));
            // Threads that Hibernate left behind would keep the process.
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void export(ExportOrder order) throws ReflectiveOperationException {
        Class<?> provider = Class.forName(PROVIDER);
        Class<?> info = Arrays.stream(provider.getMethods())
                .filter(method -> method.getName().equals("generateSchema"))
                .map(method -> method.getParameterTypes()[0])
                .filter(Class::isInterface)
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException("no PersistenceUnitInfo of " + PROVIDER));
        // javax until Hibernate 5, jakarta since.
        String api = info.getName().substring(0, info.getName().indexOf('.'));
        Map<String, Object> settings = new ExportSettings(order, api).all();
        try {
            provider.getMethod("generateSchema", info, Map.class)
                    .invoke(
                            provider.getDeclaredConstructor().newInstance(),
                            UnitInfo.of(info, order, PROVIDER),
                            settings);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String causes(Throwable failure) {
        StringBuilder lines = new StringBuilder();
        Throwable cause =
                failure instanceof IllegalStateException && failure.getCause() != null ? failure.getCause() : failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            lines.append(cause.getClass().getName())
                    .append(": ")
                    .append(String.valueOf(cause.getMessage()).replaceAll("\\s+", " "))
                    .append('\n');
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return lines.toString();
    }
}
