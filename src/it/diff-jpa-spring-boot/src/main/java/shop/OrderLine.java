package shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
public class OrderLine {
    public enum Size {
        SMALL,
        LARGE
    }

    @Id
    @GeneratedValue
    UUID id;

    Instant createdAt;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Size boxSize;

    @JdbcTypeCode(SqlTypes.JSON)
    Set<String> shownAs;

    @ElementCollection
    Set<String> colourTags;
}
