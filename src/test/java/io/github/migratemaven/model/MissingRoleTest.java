package io.github.migratemaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MissingRoleTest {
    @Test
    void aMissingRoleIsNamedAsItIs() {
        assertThat(MissingRole.in("42704", "ERROR: role \"app \"\"owner\"\"\" does not exist"))
                .hasValue("app \"owner\"");
    }

    @Test
    void otherFailuresNameNone() {
        assertThat(MissingRole.in("42704", "type \"mood\" does not exist")).isEmpty();
        assertThat(MissingRole.in("42P01", "role \"app\" does not exist")).isEmpty();
        assertThat(MissingRole.in(null, "role \"app\" does not exist")).isEmpty();
    }
}
