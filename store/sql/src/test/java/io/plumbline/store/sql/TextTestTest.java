package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.experiment.Operator;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in memory compare as they do in the database. */
class TextTestTest {
    private static final List<Operator> OPERATORS = List.of(
            Operator.EQUAL,
            Operator.NOT_EQUAL,
            Operator.LESS,
            Operator.AT_MOST,
            Operator.GREATER,
            Operator.AT_LEAST,
            Operator.LIKE,
            Operator.ILIKE,
            Operator.CONTAINS);

    private static final List<String> PARTS =
            List.of("a", "A", "b", "%", "_", "*", "?", "[", "]", "!", "\\", "Ä", "ä", "\u212A", "\uFFFD", "🙂");

    /** Of few characters, so that many are alike. */
    private static String text(Random random) {
        return random.ints(random.nextInt(7), 0, PARTS.size())
                .mapToObj(PARTS::get)
                .collect(Collectors.joining());
    }

    private static boolean matchesInMemory(String text, Operator operator, String other) {
        byte[] bytes = ("before" + text + "behind").getBytes(StandardCharsets.UTF_8);
        return TextTest.of(operator, List.of(other))
                .matches(bytes, "before".length(), bytes.length - "behind".length());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void meansWhatTheDatabaseMeans(long seed) throws SQLException {
        Random random = new Random(seed);
        try (Connection connection = SqliteEngine.inMemory()) {
            DSLContext sql = JooqSettings.on(connection, SQLDialect.SQLITE);
            for (int i = 0; i < 2_000; i++) {
                String text = text(random);
                Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
                String other = text(random);
                assertThat(matchesInMemory(text, operator, other))
                        .as("%s %s %s", text, operator, other)
                        .isEqualTo(sql.fetchExists(
                                DSL.selectOne().where(TextMatches.of(sql, DSL.val(text), operator, other))));
            }
        }
    }
}
