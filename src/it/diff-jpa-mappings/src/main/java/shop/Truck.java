package shop;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
@DiscriminatorValue("T")
public class Truck extends Vehicle {
    @Column(nullable = false)
    int load;

    @ManyToOne
    Party owner;
}
