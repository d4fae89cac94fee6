package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.golden.GoldenRecipe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two columns of {@code values.json}, and what is expected of them; {@code src/test/golden/values/recipe.py} writes that file. */
record RecordedCase(String name, ColumnData reference, ColumnData current, JsonNode measures) {
    private static final List<RecordedCase> ALL = read();

    static List<RecordedCase> all() {
        return ALL;
    }

    static RecordedCase named(String name) {
        return ALL.stream()
                .filter(recorded -> recorded.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Score score(String id) {
        return (Score) Measures.require(id).measure(reference, current);
    }

    private static List<RecordedCase> read() {
        try (InputStream json = Objects.requireNonNull(
                RecordedCase.class.getResourceAsStream("/io/plumbline/measures/golden/values.json"))) {
            List<RecordedCase> cases = new ArrayList<>();
            for (JsonNode node : JsonMapper.shared().readTree(json)) {
                cases.add(new RecordedCase(
                        node.get("name").asString(),
                        column(node.get("reference")),
                        column(node.get("current")),
                        node.get("measures")));
            }
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ColumnData column(JsonNode spec) {
        return GoldenRecipe.numbers(spec.has("values") ? listed(spec.get("values")) : generated(spec));
    }

    private static double[] listed(JsonNode values) {
        double[] numbers = new double[values.size()];
        Arrays.setAll(numbers, i -> values.get(i).asDouble());
        return numbers;
    }

    private static double[] generated(JsonNode spec) {
        double shift = spec.get("shift").asDouble();
        double scale = spec.get("scale").asDouble();
        double steps = spec.has("steps") ? spec.get("steps").asDouble() : 0;
        return Arrays.stream(GoldenRecipe.number(
                        spec.get("seed").asInt(), spec.get("n").asInt()))
                .map(x -> shift + scale * x)
                .map(x -> steps == 0 ? x : Math.floor(x * steps) / steps)
                .toArray();
    }
}
