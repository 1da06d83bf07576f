package io.github.migratemaven.jpa.export;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * A {@code PersistenceUnitInfo} of javax or jakarta, whichever the project has: the contract by which containers, Spring too, tell
 * a provider what a unit is. It has no data source, so none is looked up.
 */
final class UnitInfo implements InvocationHandler {
    private final ExportOrder order;
    private final String provider;

    private UnitInfo(ExportOrder order, String provider) {
        this.order = order;
        this.provider = provider;
    }

    static Object of(Class<?> type, ExportOrder order, String provider) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new UnitInfo(order, provider));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getPersistenceUnitName" -> order.unit();
            case "getPersistenceProviderClassName" -> provider;
            case "getManagedClassNames", "getAllManagedClassNames" -> order.classes();
            case "getMappingFileNames" -> order.mappings();
            case "getJarFileUrls", "getQualifierAnnotationNames" -> List.of();
            case "excludeUnlistedClasses" -> true;
            case "getProperties" -> new Properties();
            case "getPersistenceXMLSchemaVersion" -> "2.1";
            case "getClassLoader", "getNewTempClassLoader" -> UnitInfo.class.getClassLoader();
            case "getTransactionType" -> constant(method.getReturnType(), "RESOURCE_LOCAL");
            case "getSharedCacheMode" -> constant(method.getReturnType(), "NONE");
            case "getValidationMode" -> constant(method.getReturnType(), "AUTO");
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            case "toString" -> "persistence unit " + order.unit();
            default -> null;
        };
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> ((Enum<?>) value).name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
