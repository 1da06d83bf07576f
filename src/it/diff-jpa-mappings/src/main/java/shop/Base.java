package shop;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;

@MappedSuperclass
public abstract class Base {
    @Version
    @Column(nullable = false)
    long version;

    @Column(nullable = false, updatable = false)
    Instant createdAt;

    OffsetDateTime changedAt;
    LocalDate day;
    LocalTime time;
    LocalDateTime at;
    Duration took;
    Year year;
    ZoneId zone;
}
