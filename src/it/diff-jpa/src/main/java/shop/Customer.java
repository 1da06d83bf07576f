package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(name = "customers")
public class Customer {
    public enum State {
        NEW,
        PAID
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false)
    String name;

    @Column(unique = true)
    String mail;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    @ColumnDefault("'NEW'")
    State state;

    Instant since;

    @OneToMany(mappedBy = "customer")
    List<Purchase> purchases;
}
