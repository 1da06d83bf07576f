package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;

@Entity
@Table(name = "purchases", indexes = @Index(name = "purchases_customer_idx", columnList = "customer_id"))
public class Purchase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchases")
    @SequenceGenerator(name = "purchases", sequenceName = "purchases_seq")
    Long id;

    @ManyToOne(optional = false)
    Customer customer;

    BigDecimal total;
}
