package io.plumbline.server.command;

import io.plumbline.measures.comparison.ComparisonPlan;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.preset.Correction;
import io.plumbline.measures.preset.Preset;
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
            description = "Compare only these columns. Default: all that both have, apart from ids, times and weights.")
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

    /** The plan that these options describe. */
    ComparisonPlan plan(Services services, int threads) {
        return new ComparisonPlan(
                preset(services.presets()),
                measures(services),
                columns,
                Optional.ofNullable(correction).map(MeasureOptions::correction),
                threads);
    }

    private Preset preset(List<Preset> presets) {
        return preset == null ? presets.getFirst() : preset(preset, presets);
    }

    private static Preset preset(String name, List<Preset> presets) {
        List<String> names = presets.stream().map(Preset::name).toList();
        return presets.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException("There is no profile '" + name + "'."
                        + Suggestions.sentence(name, names) + " There are " + String.join(", ", names) + "."));
    }

    private List<Measure> measures(Services services) {
        return measures.stream().map(id -> measure(id, services)).toList();
    }

    private static Measure measure(String id, Services services) {
        String full = id.contains("@") ? id : id + "@1";
        List<String> known =
                services.measures().stream().map(MeasureOptions::id).toList();
        return services.measures().stream()
                .filter(measure -> id(measure).equals(full))
                .findFirst()
                .orElseThrow(() -> new RefusedException("There is no measure '" + id + "'."
                        + Suggestions.sentence(full, known) + " 'plumbline measures' lists all."));
    }

    private static String id(Measure measure) {
        return measure.definition().id().toString();
    }

    private static Correction correction(String label) {
        Correction[] all = Correction.values();
        return Labels.find(label, all, Correction::label)
                .orElseThrow(() -> new RefusedException("There is no correction '" + label + "'; use one of "
                        + Labels.all(all, Correction::label) + "."));
    }
}
