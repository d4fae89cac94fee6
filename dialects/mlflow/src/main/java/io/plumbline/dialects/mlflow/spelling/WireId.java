package io.plumbline.dialects.mlflow.spelling;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as this dialect writes them: 32 hex digits of a UUID; those of logged models with {@code m-} in front. */
public final class WireId {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
    private static final String MODEL = "m-";

    private WireId() {}

    /** The id of a run. */
    public static String of(Id id) {
        return id.asUuid().toString().replace("-", "");
    }

    /** The id of a logged model. */
    public static String ofModel(Id id) {
        return MODEL + of(id);
    }

    /** The id behind a text, or empty where it is none of ours. */
    public static Optional<Id> parse(String text) {
        if (!HEX.matcher(text).matches()) {
            return Optional.empty();
        }
        long high = Long.parseUnsignedLong(text, 0, 16, 16);
        long low = Long.parseUnsignedLong(text, 16, 32, 16);
        return Id.of(new UUID(high, low));
    }

    /** The id of a run behind a text; that of none is not found. */
    public static Id run(String text) {
        return parse(text).orElseThrow(() -> PlumblineException.notFound("run", text));
    }

    /** The id of a logged model behind a text; that of none is not found. */
    public static Id model(String text) {
        return Optional.of(text)
                .filter(id -> id.startsWith(MODEL))
                .flatMap(id -> parse(id.substring(MODEL.length())))
                .orElseThrow(() -> PlumblineException.notFound("logged model", text));
    }
}
