package shop.model;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

@MappedSuperclass
public abstract class Numbered {
    @Id
    @GeneratedValue(generator = "numbers")
    Long id;

    @Version
    int changeCount;
}
