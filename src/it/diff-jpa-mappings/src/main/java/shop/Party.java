package shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joined inheritance, collections of values, embedded ones, enums. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind")
@Table(
        name = "party",
        uniqueConstraints = @UniqueConstraint(name = "party_code_country", columnNames = {"code", "country"}),
        indexes = {@Index(name = "party_country_desc", columnList = "country desc, code"), @Index(columnList = "code")})
public class Party extends Base {
    public enum Level {
        LOW,
        MID,
        HIGH
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "p")
    @SequenceGenerator(name = "p", sequenceName = "party_ids", allocationSize = 20)
    Long id;

    @Column(length = 40)
    String code;

    @Column(columnDefinition = "char(2)")
    String country;

    @Enumerated(EnumType.ORDINAL)
    Level level;

    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    Level name;

    @ElementCollection
    Set<String> tags;

    @ElementCollection
    @OrderColumn
    List<String> lines;

    @ElementCollection
    Map<String, Integer> scores;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Level> levels;

    @ElementCollection
    List<Address> addresses;

    @Embedded
    Address home;

    @Embedded
    @AttributeOverrides({
        @AttributeOverride(name = "street", column = @Column(name = "work_street", length = 1000)),
        @AttributeOverride(name = "zip", column = @Column(name = "\"Work Zip\""))
    })
    Address work;
}
