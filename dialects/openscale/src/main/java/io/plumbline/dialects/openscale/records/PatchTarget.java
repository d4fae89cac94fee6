package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.record.RecordChange.Part;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;

/**
 * What an operation of a patch is about.
 *
 * @param recordId of the record
 * @param part values or annotations
 * @param field the column or the annotation
 */
record PatchTarget(String recordId, Part part, String field) {
    private static final int STEPS = 4;

    /**
     * The target of {@code /records/{id}/values/{column}} or {@code /records/{id}/annotations/{name}}, or of a path into such a value.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the path is another
     */
    static PatchTarget of(String path) {
        List<String> steps = steps(path);
        if (steps.size() < STEPS || !steps.getFirst().equals("records")) {
            throw unknown(path);
        }
        return switch (steps.get(2)) {
            case "values" -> new PatchTarget(steps.get(1), Part.VALUE, steps.get(3));
            case "annotations" -> new PatchTarget(steps.get(1), Part.ANNOTATION, steps.get(3));
            default -> throw unknown(path);
        };
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        if (!path.startsWith("/")) {
            throw unknown(path);
        }
        for (JsonPointer pointer = JsonPointer.compile(path); !pointer.matches(); pointer = pointer.tail()) {
            steps.add(pointer.getMatchingProperty());
        }
        return steps;
    }

    private static PlumblineException unknown(String path) {
        return PlumblineException.invalid(
                "path", "the path " + path + " is not that of a value or an annotation of a record");
    }

    /** The path of the record. */
    static String pathOf(String recordId) {
        return "/records/" + recordId.replace("~", "~0").replace("/", "~1");
    }
}
