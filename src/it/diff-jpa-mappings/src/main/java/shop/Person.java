package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Types of columns, and references of each kind. */
@Entity
public class Person extends Party {
    @Column(precision = 10, scale = 3)
    BigDecimal weight;

    BigDecimal total;
    BigInteger big;
    double d;
    Float f;
    byte b;
    Short s;
    int i;
    Integer ii;
    char c;
    boolean yes;
    byte[] bytes;
    UUID uuid;
    Currency currency;
    Locale locale;
    URL url;

    @Lob
    String text;

    @Lob
    byte[] blob;

    @Column(length = 100_000)
    String longText;

    String[] words;
    List<Integer> numbers;
    Set<UUID> uuids;

    @Convert(converter = YesNo.class)
    Boolean flag;

    @OneToOne
    @JoinColumn(unique = true)
    Person spouse;

    @ManyToMany
    @JoinTable(
            name = "friendship",
            joinColumns = @JoinColumn(name = "a"),
            inverseJoinColumns = @JoinColumn(name = "b"))
    Set<Person> friends;

    @OneToMany
    List<Person> children;

    @OneToMany
    @JoinColumn(name = "boss_id")
    List<Person> staff;
}
