package io.github.migratemaven.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceXmlTest {
    @TempDir
    private Path folder;

    @Test
    void aUnitIsReadWithoutItsDataSource() throws IOException {
        List<PersistenceUnit> units = read("""
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="shop" transaction-type="JTA">
                    <jta-data-source>java:comp/env/shop</jta-data-source>
                    <mapping-file>META-INF/orders.xml</mapping-file>
                    <jar-file>lib/domain.jar</jar-file>
                    <class> shop.Order </class>
                    <exclude-unlisted-classes/>
                    <properties><property name="hibernate.default_schema" value="crm"/></properties>
                  </persistence-unit>
                  <persistence-unit name="audit"><exclude-unlisted-classes>false</exclude-unlisted-classes></persistence-unit>
                </persistence>
                """);

        assertThat(units.get(0))
                .isEqualTo(new PersistenceUnit(
                        "shop",
                        List.of("shop.Order"),
                        true,
                        List.of("META-INF/orders.xml"),
                        List.of("lib/domain.jar"),
                        Map.of("hibernate.default_schema", "crm")));
        assertThat(units.get(1).listedOnly()).isFalse();
    }

    @Test
    void aFileThatWouldReadOthersIsRefused() {
        assertThatThrownBy(() ->
                        read("<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><persistence>&e;</persistence>"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatConnectsIsLeftOut() {
        assertThat(UnitSettings.withoutDatabase(Map.of(
                        "jakarta.persistence.jdbc.password", "x",
                        "hibernate.connection.url", "x",
                        "hibernate.hbm2ddl.auto", "create",
                        "hibernate.cache.region.factory_class", "x",
                        "hibernate.default_schema", "crm")))
                .containsOnlyKeys("hibernate.default_schema");
    }

    /** A unit may be written for another provider, and the settings go through a file. */
    @Test
    void nobodysPasswordIsHandedOn() {
        assertThat(UnitSettings.withoutDatabase(Map.of(
                        "eclipselink.jdbc.password", "x",
                        "eclipselink.jdbc.url", "x",
                        "openjpa.ConnectionProperties", "x",
                        "toplink.jdbc.password", "x",
                        "com.acme.api-secret", "x",
                        "com.acme.Passphrase", "x",
                        "org.hibernate.envers.audit_table_suffix", "_log")))
                .containsOnlyKeys("org.hibernate.envers.audit_table_suffix");
    }

    private List<PersistenceUnit> read(String text) throws IOException {
        return PersistenceXml.read(Files.writeString(folder.resolve("persistence.xml"), text));
    }
}
