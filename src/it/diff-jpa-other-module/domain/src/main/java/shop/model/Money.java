package shop.model;

import jakarta.persistence.Embeddable;

@Embeddable
public class Money {
    long cents;
    String currencyCode;
}
