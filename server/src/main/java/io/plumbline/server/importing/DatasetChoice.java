package io.plumbline.server.importing;

import io.plumbline.server.importing.NativeApi.Named;
import io.plumbline.server.output.RefusedException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the dataset that a user means. */
final class DatasetChoice {
    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{24}|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int SHOWN = 5;

    private final NativeApi api;

    DatasetChoice(NativeApi api) {
        this.api = api;
    }

    /**
     * The id of the dataset of this id or name.
     *
     * @throws RefusedException where there is none, or several are called so; it names which there are
     */
    String idOf(String wanted) {
        if (ID.matcher(wanted).matches() && api.hasDataset(wanted)) {
            return wanted;
        }
        List<Named> found = api.datasetsNamed(wanted);
        return switch (found.size()) {
            case 1 -> found.getFirst().id();
            case 0 -> throw new RefusedException("There is no dataset '" + wanted + "'. " + known(api.datasets()));
            default ->
                throw new RefusedException("There are several datasets named '" + wanted + "'; name one by its id: "
                        + listed(found) + ".");
        };
    }

    private static String known(List<Named> datasets) {
        return datasets.isEmpty() ? "There are none that you may read." : "There are: " + listed(datasets) + ".";
    }

    private static String listed(List<Named> datasets) {
        String first = datasets.stream()
                .limit(SHOWN)
                .map(dataset -> dataset.name() + " (" + dataset.id() + ")")
                .collect(Collectors.joining(", "));
        return datasets.size() > SHOWN ? first + " and others" : first;
    }
}
