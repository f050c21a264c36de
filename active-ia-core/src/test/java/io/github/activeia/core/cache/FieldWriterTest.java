package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldWriterTest {
    private static final byte[] BYTES = FieldWriter.of(3)
            .text("ñandú 🐟")
            .text(null)
            .texts(List.of("", "b"))
            .number(-7)
            .big(Long.MAX_VALUE)
            .real(0.1)
            .flag(true)
            .bytes();

    @Test
    void gives_back_each_field_when_read_in_order() {
        FieldReader in = FieldReader.of(3, BYTES);

        assertThat(in.text()).isEqualTo("ñandú 🐟");
        assertThat(in.textOrNull()).isNull();
        assertThat(in.texts()).containsExactly("", "b");
        assertThat(in.number()).isEqualTo(-7);
        assertThat(in.big()).isEqualTo(Long.MAX_VALUE);
        assertThat(in.real()).isEqualTo(0.1);
        assertThat(in.flag()).isTrue();
    }

    @Test
    void refuses_bytes_when_they_are_of_another_format_or_end_too_early() {
        assertThatThrownBy(() -> FieldReader.of(4, BYTES)).isInstanceOf(InvalidValueException.class);
        for (int length = 0; length < 4 + 4 + 11; length++) {
            byte[] cut = Arrays.copyOf(BYTES, length);
            assertThatThrownBy(() -> FieldReader.of(3, cut).text()).isInstanceOf(InvalidValueException.class);
        }
    }
}
