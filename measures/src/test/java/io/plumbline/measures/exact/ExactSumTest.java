package io.plumbline.measures.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    @Provide
    Arbitrary<double[]> doubles() {
        Arbitrary<Double> anyBits =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        Arbitrary<Double> ordinary = Arbitraries.doubles().between(-1e6, 1e6);
        Arbitrary<Double> edgeCases = Arbitraries.of(
                0.0,
                -0.0,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                1.0);
        return Arbitraries.oneOf(anyBits, ordinary, edgeCases)
                .array(Double[].class)
                .ofMaxSize(60)
                .map(boxed ->
                        Arrays.stream(boxed).mapToDouble(Double::doubleValue).toArray());
    }

    @Property
    void equalsTheSumOfBigDecimals(@ForAll("doubles") double[] values) {
        ExactSum sum = new ExactSum();
        sum.addAll(values, values.length);
        BigDecimal expected = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(decimal(sum.toDyadic())).isEqualByComparingTo(expected);
        assertThat(sum.toDouble()).isEqualTo(expected.doubleValue());
    }

    @Property
    void squaresEqualTheSumOfBigDecimals(@ForAll("doubles") double[] values) {
        ExactSum sum = new ExactSum();
        sum.addSquares(values, values.length);
        BigDecimal expected = Arrays.stream(values)
                .mapToObj(BigDecimal::new)
                .map(value -> value.multiply(value))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(decimal(sum.toDyadic())).isEqualByComparingTo(expected);
    }

    @Property
    void wholeNumbersAreAddedLikeBigIntegers(@ForAll long[] values) {
        ExactSum sum = new ExactSum();
        sum.addAll(values, values.length);
        ExactSum squares = new ExactSum();
        squares.addSquares(values, values.length);
        BigDecimal expected = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal expectedSquares = Arrays.stream(values)
                .mapToObj(BigDecimal::new)
                .map(value -> value.multiply(value))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(decimal(sum.toDyadic())).isEqualByComparingTo(expected);
        assertThat(decimal(squares.toDyadic())).isEqualByComparingTo(expectedSquares);
    }

    @Property
    void mergingIsAddingAll(@ForAll("doubles") double[] first, @ForAll("doubles") double[] second) {
        ExactSum merged = new ExactSum();
        merged.addAll(first, first.length);
        ExactSum other = new ExactSum();
        other.addAll(second, second.length);
        merged.merge(other);
        ExactSum together = new ExactSum();
        for (double value : second) {
            together.add(value);
        }
        together.addAll(first, first.length);
        assertThat(merged.toDyadic()).isEqualTo(together.toDyadic());
    }

    @Test
    void carriesThroughManyAdditionsOfTheSameSign() {
        double[] values = new double[100_000];
        Arrays.fill(values, -Double.MAX_VALUE);
        ExactSum sum = new ExactSum();
        ExactSum squares = new ExactSum();
        for (int i = 0; i < 20; i++) {
            sum.addAll(values, values.length);
            squares.addSquares(values, values.length);
        }
        BigDecimal largest = new BigDecimal(Double.MAX_VALUE);
        BigDecimal times = BigDecimal.valueOf(2_000_000);
        assertThat(decimal(sum.toDyadic()))
                .isEqualByComparingTo(largest.negate().multiply(times));
        assertThat(decimal(squares.toDyadic()))
                .isEqualByComparingTo(largest.multiply(largest).multiply(times));
        assertThat(sum.toDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Property
    void quotientsAreRoundedOnce(@ForAll("doubles") double[] values, @ForAll Random random) {
        ExactSum sum = new ExactSum();
        sum.addAll(values, values.length);
        long divisor = 1L + random.nextInt(1_000_000);
        BigDecimal exact = decimal(sum.toDyadic());
        // 1200 digits tell every quotient from the middle between two doubles, unless it lies there exactly
        double expected = exact.divide(BigDecimal.valueOf(divisor), new MathContext(1200, RoundingMode.HALF_EVEN))
                .doubleValue();
        assertThat(sum.toDyadic().dividedBy(BigInteger.valueOf(divisor))).isEqualTo(expected);
    }

    @Test
    void varianceDoesNotCancel() {
        PowerSumAccumulator sums = new PowerSumAccumulator();
        sums.addAll(new double[] {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}, 4);
        assertThat(sums.sums().mean()).isEqualTo(1e9 + 10);
        assertThat(sums.sums().variance()).isEqualTo(22.5);
    }

    @Test
    void varianceOfHugeValuesIsFiniteAsLongAsItIsADouble() {
        PowerSumAccumulator close = new PowerSumAccumulator();
        close.addAll(new double[] {1e200, 1e200, 1e200}, 3);
        assertThat(close.sums().variance()).isZero();
        PowerSumAccumulator far = new PowerSumAccumulator();
        far.addAll(new double[] {1e200, -1e200}, 2);
        assertThat(far.sums().variance()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(far.sums().mean()).isZero();
    }

    @Test
    void wholeNumbersBeyondTwoToThe53AreExact() {
        PowerSumAccumulator sums = new PowerSumAccumulator();
        sums.addAll(new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 2, Long.MAX_VALUE - 1}, 3);
        assertThat(sums.sums().variance()).isEqualTo(2.0 / 3);
    }

    private static BigDecimal decimal(Dyadic number) {
        BigDecimal significand = new BigDecimal(number.significand());
        BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(number.exponent()));
        return number.exponent() >= 0
                ? significand.multiply(power)
                : significand
                        .multiply(BigDecimal.valueOf(5).pow(-number.exponent()))
                        .scaleByPowerOfTen(number.exponent());
    }
}
