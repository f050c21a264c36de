package io.github.activeia.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorCodecTest {
    @Property
    void any_numbers_come_back_exactly_from_32_bits(@ForAll float[] vector) {
        if (vector.length > 0) {
            VectorCodec codec = VectorCodec.float32(vector.length);

            assertThat(codec.decode(codec.encode(vector))).containsExactly(vector);
        }
    }

    @Property
    void the_cosine_with_any_other_changes_by_less_than_a_thousandth_in_16_bits(@ForAll long seed) {
        Random random = new Random(seed);
        float[] one = normalised(random);
        float[] other = normalised(random);
        VectorCodec codec = VectorCodec.float16(one.length);

        float[] rounded = codec.decode(codec.encode(one));

        assertThat(Math.abs(cosine(rounded, other) - cosine(one, other))).isLessThan(1e-3);
        assertThat(cosine(rounded, one)).isGreaterThan(1 - 1e-3);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0x1", "-2,-2", "65504,65504", "0.1,0.099975586", "1e-9,0", "5.9604645E-8,5.9604645E-8"})
    void rounds_to_the_nearest_half_when_a_number_has_more_digits(float number, String expected) {
        VectorCodec codec = VectorCodec.float16(1);

        float[] rounded = codec.decode(codec.encode(new float[] {number}));

        assertThat(rounded[0]).isEqualTo(expected.startsWith("0x") ? 1f : Float.parseFloat(expected));
    }

    @Test
    void comes_back_from_every_half_when_it_is_a_number() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float number = HalfPrecision.toFloat((short) bits);
            if (Math.abs(number) <= 65_504) {
                assertThat(HalfPrecision.toHalf(number)).isEqualTo((short) bits);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {65_505f, -1e20f, Float.NaN, Float.POSITIVE_INFINITY})
    void writes_32_bits_when_half_precision_cannot_hold_a_number(float number) {
        VectorCodec codec = VectorCodec.float16(2);
        float[] vector = {number, 0.1f};

        assertThat(codec.decode(codec.encode(vector))).containsExactly(vector);
    }

    @Test
    void reads_the_other_precision_when_the_setting_was_changed() {
        float[] vector = {0.5f, -0.25f};

        assertThat(VectorCodec.float16(2).decode(VectorCodec.float32(2).encode(vector)))
                .containsExactly(vector);
        assertThat(VectorCodec.float32(2).decode(VectorCodec.float16(2).encode(vector)))
                .containsExactly(vector);
    }

    @Test
    void takes_four_or_two_bytes_a_number_when_it_is_written() {
        assertThat(VectorCodec.float32(384).encode(new float[384])).hasSize(1537);
        assertThat(VectorCodec.float16(384).encode(new float[384])).hasSize(769);
    }

    @Test
    void refuses_a_vector_when_the_dimension_is_another() {
        VectorCodec codec = VectorCodec.float32(768);

        assertThatThrownBy(() -> codec.encode(new float[384]))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("vector must have 768 numbers, but was 384");
        assertThatThrownBy(() -> codec.decode(VectorCodec.float32(384).encode(new float[384])))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[0.1,0.2]", "\u0001", "\u0003abcdefgh"})
    void refuses_bytes_when_they_are_not_a_vector(String rubbish) {
        assertThatThrownBy(() -> VectorCodec.float32(2).decode(CacheContract.bytes(rubbish)))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_537})
    void refuses_a_dimension_when_it_is_out_of_range(int dimension) {
        assertThatThrownBy(() -> VectorCodec.float32(dimension)).isInstanceOf(InvalidValueException.class);
    }

    private static float[] normalised(Random random) {
        float[] vector = new float[384];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            ones += one[i] * one[i];
            others += other[i] * other[i];
        }
        return product / Math.sqrt(ones * others);
    }
}
