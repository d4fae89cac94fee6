package io.plumbline.domain.evaluation;

import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.util.List;
import java.util.Optional;

/** Settings that several monitors have. */
final class Settings {
    /** Below how many records nothing is measured. */
    static final String MIN_SAMPLES = "min_samples";

    /** The id of a baseline. */
    static final String BASELINE = "baseline";

    /** The class that is monitored, of two. */
    static final String POSITIVE_CLASS = "positive_class";

    /** The classes in the order of their probabilities. */
    static final String CLASS_LABELS = "class_labels";

    private Settings() {}

    static long atLeast(Facts settings, String name) {
        return settings.count(name).orElse(0);
    }

    /**
     * The id of the baseline that is named.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it is no id
     */
    static Optional<Id> baseline(Facts settings) {
        return settings.text(BASELINE)
                .map(text -> Id.parse(text)
                        .orElseThrow(() ->
                                PlumblineException.invalid(BASELINE, BASELINE + " must be the id of a baseline")));
    }

    static List<String> texts(Facts settings, String name) {
        return settings.list(name).stream().map(Settings::text).toList();
    }

    /** A class as it is compared: numbers without a point where they are whole. */
    static String text(Object value) {
        return value instanceof Double number
                ? io.plumbline.measures.performance.ClassNames.of(number)
                : String.valueOf(value);
    }

    static String tooFew(long records, long least) {
        return "there are " + records + " records, and at least " + least + " are asked for";
    }
}
