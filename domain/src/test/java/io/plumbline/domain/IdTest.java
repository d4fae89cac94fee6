package io.plumbline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdTest {
    @Property
    void everyCostumeIsTakenOffAgain(@ForAll int seconds, @ForAll long random) {
        Id id = new Id(seconds, random);
        assertThat(Id.parse(id.toString())).contains(id);
        assertThat(Id.of(id.asUuid())).contains(id);
        assertThat(id.asUuid().version()).isEqualTo(8);
        assertThat(id.asUuid().variant()).isEqualTo(2);
    }

    @Property
    void hexDigitsAreInTheOrderOfIds(@ForAll int a, @ForAll long b, @ForAll int c, @ForAll long d) {
        Id one = new Id(a, b);
        Id other = new Id(c, d);
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
    }

    @Test
    void anotherShapeIsNoId() {
        assertThat(Id.parse("0123")).isEmpty();
        assertThat(Id.parse("0123456789ABCDEF01234567")).isEmpty();
        assertThat(Id.of(UUID.fromString("00000000-0000-0000-0000-000000000000")))
                .isEmpty();
        assertThat(Id.of(UUID.fromString("123e4567-e89b-42d3-a456-426614174000")))
                .isEmpty();
    }
}
