package io.plumbline.benchmarks.server;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The twenty features of the model: twelve numbers between 0 and 1000 with four decimals, and eight texts of twenty categories each. */
final class Features {
    /** The name of the column that tells one record from another. */
    static final String ID = "scoring_id";
    /** The names of the numbers. */
    static final List<String> NUMBERS =
            IntStream.range(0, 12).mapToObj(i -> "number_" + i).toList();
    /** The names of the texts. */
    static final List<String> TEXTS =
            IntStream.range(0, 8).mapToObj(i -> "text_" + i).toList();
    /** All names, numbers first. */
    static final List<String> ALL =
            Stream.concat(NUMBERS.stream(), TEXTS.stream()).toList();

    private static final int EXTENT = 1000;
    private static final int CATEGORIES = 20;

    private Features() {}

    /** A random row: the text of a JSON value for each feature. */
    static List<String> row(Random chance) {
        Stream<String> numbers = NUMBERS.stream().map(name -> Double.toString(number(chance)));
        Stream<String> texts = TEXTS.stream().map(name -> '"' + category(chance) + '"');
        return Stream.concat(numbers, texts).toList();
    }

    /** A random value of a number. */
    static double number(Random chance) {
        return Math.rint(chance.nextDouble(EXTENT) * 1e4) / 1e4;
    }

    /** A random value of a text. */
    static String category(Random chance) {
        return "category " + chance.nextInt(CATEGORIES);
    }

    /** DuckDB's expressions for such columns. */
    static List<String> selected() {
        Stream<String> numbers = NUMBERS.stream().map(name -> "round(random() * " + EXTENT + ", 4) AS " + name);
        Stream<String> texts = TEXTS.stream()
                .map(name -> "'category ' || CAST(floor(random() * " + CATEGORIES + ") AS INT) AS " + name);
        return Stream.concat(numbers, texts).toList();
    }

    /** The schema of what the model is asked, as the API has it. */
    static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "struct");
        ArrayNode fields = schema.putArray("fields");
        NUMBERS.forEach(name -> addField(fields, name, "double"));
        TEXTS.forEach(name -> addField(fields, name, "string"));
        return schema;
    }

    private static void addField(ArrayNode fields, String name, String type) {
        fields.addObject()
                .put("name", name)
                .put("type", type)
                .put("nullable", true)
                .putObject("metadata")
                .put("modeling_role", "feature");
    }
}
