package io.plumbline.domain.baseline;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Names;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.resource.Resources;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Baselines as callers see them. */
public final class Baselines {
    private final Resources<Baseline> resources;
    private final Resources<Dataset> datasets;
    private final BaselineStore profiles;

    /** Over these baselines of these datasets, and the profiles that were taken of them. */
    public Baselines(Resources<Baseline> resources, Resources<Dataset> datasets, BaselineStore profiles) {
        this.resources = resources;
        this.datasets = datasets;
        this.profiles = profiles;
    }

    /**
     * Adds what the function makes of a new header, in the project of the model.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where its name is none, or its dataset not one of the model
     */
    public Baseline add(Caller caller, Model model, Function<Header, Baseline> make) {
        return resources.add(caller, model.header().project(), header -> {
            Baseline made = make.apply(header);
            Names.checkGiven(made.name());
            Dataset dataset = datasets.find(caller, made.source().dataset());
            if (!dataset.model().equals(Optional.of(model.id()))) {
                throw PlumblineException.invalid(
                        "baseline", "the dataset " + dataset.name() + " is none of the model " + model.name());
            }
            return made;
        });
    }

    /**
     * The baseline with this id.
     *
     * @throws PlumblineException of {@link Failure.NotFound} also where the caller may not read it
     */
    public Baseline find(Caller caller, Id id) {
        return resources.find(caller, id);
    }

    /** All that the caller may read, oldest first. */
    public List<Baseline> list(Caller caller) {
        return resources.list(caller);
    }

    /** Forgets a baseline and its profiles. Monitors that name it cannot compute anything from then on. */
    public void remove(Caller caller, Id id) {
        resources.remove(caller, id);
        profiles.remove(id);
    }

    /** Forgets all baselines of this model. */
    public void removeAll(Caller caller, Id model) {
        list(caller).stream()
                .filter(baseline -> baseline.model().equals(model))
                .forEach(baseline -> remove(caller, baseline.id()));
    }
}
