package io.plumbline.dialects.modellab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.Operand;
import io.plumbline.domain.experiment.Operator;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Field RATE = new Field.Param("lr");

    private static Condition among(Field field, String... values) {
        return new Condition(
                field,
                Operator.IN,
                Arrays.stream(values).<Operand>map(Operand.Text::new).toList());
    }

    @Test
    void boundsHoldTogether() {
        assertThat(Conditions.ofParams("lr:>0.1,lr:<=5e-1"))
                .containsExactly(
                        Condition.number(RATE, Operator.GREATER, 0.1), Condition.number(RATE, Operator.AT_MOST, 0.5));
        assertThat(Conditions.ofParams("lr:>=-1,lr:<2"))
                .containsExactly(
                        Condition.number(RATE, Operator.AT_LEAST, -1), Condition.number(RATE, Operator.LESS, 2));
    }

    @Test
    void aRangeHasBothEnds() {
        assertThat(Conditions.ofParams("lr:[0.1 TO 0.5]"))
                .containsExactly(
                        Condition.number(RATE, Operator.AT_LEAST, 0.1), Condition.number(RATE, Operator.AT_MOST, 0.5));
    }

    @Test
    void valuesOfAKeyAreAlternatives() {
        assertThat(Conditions.ofParams("lr:0.1,model:gpt2,lr:0.2"))
                .containsExactly(among(RATE, "0.1", "0.2"), among(new Field.Param("model"), "gpt2"));
        assertThat(Conditions.ofTags("team:a,team:>b")).containsExactly(among(new Field.Tag("team"), "a", ">b"));
    }

    @Test
    void truthIsFoundHoweverItIsCapitalised() {
        assertThat(Conditions.ofParams("fp16:true"))
                .containsExactly(among(new Field.Param("fp16"), "true", "True", "TRUE"));
        assertThat(Conditions.ofParams("fp16:\"true\"")).containsExactly(among(new Field.Param("fp16"), "true"));
    }

    @Test
    void aQuotedBoundIsAText() {
        assertThat(Conditions.ofParams("lr:\">0.1\"")).containsExactly(among(RATE, ">0.1"));
    }

    @Test
    void aBoundIsANumber() {
        assertThatThrownBy(() -> Conditions.ofParams("a:1,lr:>much"))
                .hasMessage("the parameter filter[params], at character 5: the bound of lr is not a number");
    }
}
