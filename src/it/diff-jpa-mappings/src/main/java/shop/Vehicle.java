package shop;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** A single table with a second one, quoted names, and what only Hibernate has. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(length = 12)
@SecondaryTable(name = "vehicle_extra", pkJoinColumns = @PrimaryKeyJoinColumn(name = "vehicle_id"))
@Table(name = "\"Vehicles\"")
@Check(constraints = "wheels > 0 and wheels < 40")
public class Vehicle extends Base {
    public enum Fuel {
        PETROL,
        DIESEL,
        NONE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false)
    @ColumnDefault("4")
    int wheels;

    @Column(table = "vehicle_extra")
    String note;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @ColumnDefault("'NONE'")
    Fuel fuel;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> details;

    @Column(name = "\"order\"")
    String order;

    @GeneratedColumn("wheels * 2")
    Integer twice;

    @JdbcTypeCode(SqlTypes.INET)
    InetAddress address;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    Duration pause;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    ZonedDateTime zoned;

    @Comment("how it is painted")
    @Collate("C")
    String colour;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String notes;

    @Column(unique = true)
    String plate;

    @Enumerated(EnumType.STRING)
    Fuel[] fuels;
}
