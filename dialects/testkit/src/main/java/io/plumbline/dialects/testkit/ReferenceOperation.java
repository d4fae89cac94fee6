package io.plumbline.dialects.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An operation as the reference lists it.
 *
 * @param name method and path
 * @param query names of the query parameters, in order
 */
public record ReferenceOperation(String name, List<String> query) {
    private static final int METHOD = 2;
    private static final int PATH = 3;
    private static final int QUERY = 6;

    /** All operations of a system, in the table of references. The test is skipped where that is not at hand. */
    public static List<ReferenceOperation> all(String system) {
        try (Stream<String> lines = Files.lines(Shared.path("contracts/operations.tsv"))) {
            return lines.map(line -> line.split("\t", -1))
                    .filter(fields -> fields[0].equals(system))
                    .map(ReferenceOperation::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferenceOperation of(String[] fields) {
        return new ReferenceOperation(fields[METHOD] + " " + fields[PATH], names(fields[QUERY]));
    }

    /** Names out of {@code name:type:remark;name:type}. */
    private static List<String> names(String parameters) {
        return Arrays.stream(parameters.split(";"))
                .map(parameter -> parameter.split(":")[0].strip())
                .filter(name -> !name.equals("-"))
                .sorted()
                .toList();
    }
}
