package shop.model;

import jakarta.persistence.Entity;

@Entity
public class Book extends Article {
    String[] authors;
}
