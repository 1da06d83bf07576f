package shop;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.util.Objects;
import java.util.Set;

/** A key of two columns, and references to it. */
@Entity
public class Line {
    @Embeddable
    public static class Key implements Serializable {
        Long zOrder;
        int aNumber;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(zOrder, key.zOrder) && aNumber == key.aNumber;
        }

        @Override
        public int hashCode() {
            return aNumber;
        }
    }

    @EmbeddedId
    Key id;

    @ManyToMany
    Set<Line> related;

    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "up_z", referencedColumnName = "zOrder"),
        @JoinColumn(name = "up_a", referencedColumnName = "aNumber")
    })
    Line up;

    @OneToOne
    Party party;
}
