package shop.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import java.time.Year;
import java.util.Set;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Article extends Numbered {
    @Embedded
    Money price;

    Year madeIn;

    @ManyToMany
    Set<Article> goesWith;
}
