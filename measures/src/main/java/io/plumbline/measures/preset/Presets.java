package io.plumbline.measures.preset;

import static io.plumbline.measures.preset.ChosenMeasures.byKind;

import java.util.List;
import java.util.Optional;

/** Every preset there is: Plumbline's own and one for each reference tool. */
public final class Presets {
    private static final List<Preset> ALL = List.of(
            plumbline(), evidently(), nannyml(), deepchecks(), whylabs(), fiddler(), domino(), frouros(), scipy());

    private Presets() {}

    /** All presets, Plumbline's own first. */
    public static List<Preset> all() {
        return ALL;
    }

    /** The preset of this name. */
    public static Optional<Preset> find(String name) {
        return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /**
     * The same choice of measures with another limit for the verdict.
     *
     * @param share from which share of drifted columns on the data set counts as drifted
     * @throws IllegalArgumentException unless {@code share} is above 0 and at most 1
     */
    public static Preset withDriftedShare(Preset preset, double share) {
        return new OtherShare(preset, share);
    }

    private static Preset plumbline() {
        return new ChosenMeasures(
                "plumbline-1",
                "Population stability decides; distances and tests beside it, p-values corrected for the number of columns.",
                byKind(List.of("psi@1", "ks@1", "wasserstein@1"), List.of("psi@1", "chi2@1", "cramers_v@1")),
                0.5,
                Correction.BENJAMINI_HOCHBERG);
    }

    private static Preset evidently() {
        return ChosenMeasures.of(
                "evidently-0.7",
                "Evidently's default test by type, number of rows and number of values; half the columns decide.",
                EvidentlyChoice::of);
    }

    private static Preset nannyml() {
        return ChosenMeasures.of(
                "nannyml-0.13",
                "NannyML's default, the Jensen-Shannon distance, and its other univariate methods beside it.",
                byKind(
                        List.of(
                                "js@nannyml-0.13",
                                "ks@nannyml-0.13",
                                "wasserstein@nannyml-0.13",
                                "hellinger@nannyml-0.13"),
                        List.of(
                                "js@nannyml-0.13",
                                "chi2@nannyml-0.13",
                                "hellinger@nannyml-0.13",
                                "linf@nannyml-0.13")));
    }

    private static Preset deepchecks() {
        return ChosenMeasures.of(
                "deepchecks-0.19",
                "Deepchecks' defaults for feature drift: Kolmogorov-Smirnov for numbers, Cramér's V for categories.",
                byKind(
                        List.of("ks@deepchecks-0.19", "wasserstein@deepchecks-0.19"),
                        List.of("cramers_v@deepchecks-0.19", "psi@deepchecks-0.19")));
    }

    private static Preset whylabs() {
        return ChosenMeasures.of(
                "whylabs",
                "The drift algorithms of whylogs and WhyLabs: Hellinger for numbers, chi-square for categories.",
                byKind(
                        List.of("hellinger@whylabs", "ks@whylabs", "js@whylabs", "kl@whylabs", "psi@whylabs"),
                        List.of("chi2@whylabs", "js@whylabs", "kl@whylabs", "psi@whylabs")));
    }

    private static Preset fiddler() {
        return ChosenMeasures.of(
                "fiddler",
                "Fiddler's Jensen-Shannon distance and population stability index; it states no limits.",
                byKind(List.of("js@fiddler", "psi@fiddler"), List.of("js@fiddler", "psi@fiddler")));
    }

    private static Preset domino() {
        return ChosenMeasures.of(
                "domino",
                "The population stability index over Domino Model Monitor's bins; it states no limit.",
                byKind(List.of("psi@domino"), List.of("psi@domino")));
    }

    private static Preset frouros() {
        return ChosenMeasures.of(
                "frouros",
                "Frouros' batch detectors; it states no limits.",
                byKind(
                        List.of("psi@frouros", "hellinger@frouros", "wasserstein@frouros", "energy@frouros"),
                        List.of("chi2@frouros")));
    }

    private static Preset scipy() {
        return ChosenMeasures.of(
                "scipy",
                "scipy's tests: Kolmogorov-Smirnov for numbers, chi-square for categories.",
                byKind(List.of("ks@scipy", "wasserstein@scipy", "energy@scipy"), List.of("chi2@scipy")));
    }
}
