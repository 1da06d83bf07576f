package shop;

import javax.persistence.Entity;
import javax.persistence.Id;

@Entity
public class Other {
    @Id
    Long id;
}
