package shop.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Year;

@Converter(autoApply = true)
public class YearConverter implements AttributeConverter<Year, Short> {
    @Override
    public Short convertToDatabaseColumn(Year year) {
        return year == null ? null : (short) year.getValue();
    }

    @Override
    public Year convertToEntityAttribute(Short value) {
        return value == null ? null : Year.of(value);
    }
}
