package io.plumbline.server.command;

import io.plumbline.measures.comparison.ComparisonPlan;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.MeasureId;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.preset.Correction;
import io.plumbline.measures.preset.Preset;
import io.plumbline.measures.preset.Presets;
import io.plumbline.server.output.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is measured, and how it is judged. */
final class MeasureOptions {
    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Compare only these columns. Default: all that both have, apart from ids, times and weights. A name "
                            + "that contains a comma is put into double quotes: --columns '\"income, net\",age'.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--measure",
            paramLabel = "ID",
            split = ",",
            description =
                    "Take these measures instead of the profile's choice, the deciding one first, such as psi@1 or "
                            + "ks@scipy. 'plumbline measures' lists them.")
    private List<String> measures = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "Which measures to take for which column, and the rule for the data set: plumbline-1, or as a "
                            + "reference tool chooses, such as evidently-0.7. Default: plumbline-1.")
    private @Nullable String preset;

    @Option(
            names = "--correction",
            paramLabel = "METHOD",
            description = "How p-values are corrected for the number of columns: none, benjamini-hochberg or "
                    + "benjamini-yekutieli. Default: as the profile says.")
    private @Nullable String correction;

    @Option(
            names = "--drifted-share",
            paramLabel = "SHARE",
            description =
                    "From which share of drifted columns on the data set as a whole has drifted, above 0 and at most 1; "
                            + "0.0001 for any column. Default: as the profile says.")
    private @Nullable Double driftedShare;

    /** The plan that these options describe. */
    ComparisonPlan plan(int threads) {
        return new ComparisonPlan(
                chosenPreset(),
                measures.stream()
                        .map(String::strip)
                        .map(MeasureOptions::measure)
                        .distinct()
                        .toList(),
                columns.stream().map(MeasureOptions::unquoted).toList(),
                Optional.ofNullable(correction).map(MeasureOptions::correction),
                threads);
    }

    private Preset chosenPreset() {
        Preset chosen = preset == null ? Presets.all().getFirst() : preset(preset);
        if (driftedShare == null) {
            return chosen;
        }
        try {
            return Presets.withDriftedShare(chosen, driftedShare);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("With --drifted-share " + e.getMessage() + ".");
        }
    }

    private static String unquoted(String name) {
        String stripped = name.strip();
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    private static Preset preset(String name) {
        return Presets.find(name).orElseThrow(() -> {
            List<String> names = Presets.all().stream().map(Preset::name).toList();
            return new RefusedException("There is no profile '" + name + "'." + Suggestions.sentence(name, names)
                    + " There are " + String.join(", ", names) + ".");
        });
    }

    private static Measure measure(String text) {
        try {
            return Measures.find(MeasureId.of(text)).orElseThrow(() -> noMeasure(text));
        } catch (IllegalArgumentException e) {
            throw noMeasure(text);
        }
    }

    private static RefusedException noMeasure(String text) {
        List<String> ids = Measures.all().stream()
                .map(measure -> measure.definition().id().toString())
                .toList();
        String full = text.contains("@") ? text : text + "@1";
        return new RefusedException("There is no measure '" + text + "'." + Suggestions.sentence(full, ids)
                + " 'plumbline measures' lists all.");
    }

    private static Correction correction(String label) {
        Correction[] all = Correction.values();
        return Labels.find(label, all, Correction::label)
                .orElseThrow(() -> new RefusedException("There is no correction '" + label + "'; use one of "
                        + Labels.all(all, Correction::label) + "."));
    }
}
