@GenericGenerator(
        name = "numbers",
        type = SequenceStyleGenerator.class,
        parameters = @Parameter(name = "sequence_name", value = "all_numbers"))
package shop.model;

import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
