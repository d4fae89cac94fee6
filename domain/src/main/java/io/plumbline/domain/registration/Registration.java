package io.plumbline.domain.registration;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.baseline.Baselines;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.domain.record.SchemaEvolution;
import io.plumbline.domain.resource.Resources;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Registers models. A model comes together with the dataset of its production records, which follows its columns. Each step is durable by
 * itself; a step that fails takes back those before it.
 */
public final class Registration {
    private final Resources<Model> models;
    private final Datasets datasets;
    private final Monitors monitors;
    private final Baselines baselines;

    /** Over these models and what belongs to them. */
    public Registration(Resources<Model> models, Datasets datasets, Monitors monitors, Baselines baselines) {
        this.models = models;
        this.datasets = datasets;
        this.monitors = monitors;
        this.baselines = baselines;
    }

    /** The model with this id. */
    public Model find(Caller caller, Id id) {
        return models.find(caller, id);
    }

    /** All models that the caller may read, oldest first. */
    public List<Model> list(Caller caller) {
        return models.list(caller);
    }

    /** The dataset of the production records of this model, where it is there. */
    public Optional<Dataset> production(Caller caller, Id model) {
        return datasets.list(caller, model).stream()
                .filter(dataset -> dataset.kind() == Kind.PRODUCTION)
                .findFirst();
    }

    /**
     * Adds a model with the dataset of its production records.
     *
     * @param make makes the model of its header
     * @param production makes the dataset of its own header and of the model
     */
    public Model add(
            Caller caller,
            Optional<Id> project,
            Function<Header, Model> make,
            BiFunction<Header, Model, Dataset> production) {
        Undo undo = new Undo();
        try {
            return models.add(caller, project, header -> {
                Model model = checked(make.apply(header));
                undo.then(() -> models.remove(caller, header.id()));
                // The dataset goes first, so that no model is ever seen without it.
                Dataset dataset = datasets.add(caller, project, of -> production.apply(of, model));
                undo.then(() -> datasets.removeWithRecords(caller, dataset.id()));
                return model;
            });
        } catch (RuntimeException failed) {
            undo.run(failed);
            throw failed;
        }
    }

    /**
     * Changes a model, and the dataset of its production records with it.
     *
     * @param change makes the new model of the old one
     * @param follow makes the new dataset of the new model and of the old dataset
     * @throws PlumblineException of {@link Failure.Conflict} where records are there that would not fit the columns any more; then the model
     *     stays as it was
     */
    public Model change(Caller caller, Id id, UnaryOperator<Model> change, BiFunction<Model, Dataset, Dataset> follow) {
        @Nullable Dataset production = production(caller, id).orElse(null);
        Undo undo = new Undo();
        try {
            return models.change(caller, id, before -> {
                Model after = checked(change.apply(before));
                if (production != null) {
                    datasets.change(caller, production.id(), dataset -> follow.apply(after, dataset));
                    undo.then(() -> datasets.change(caller, production.id(), dataset -> production));
                }
                return after;
            });
        } catch (RuntimeException failed) {
            undo.run(failed);
            throw failed;
        }
    }

    private static Model checked(Model model) {
        model.schema().columns().forEach(column -> SchemaEvolution.checkName(column.name()));
        return model;
    }

    /** Forgets a model with its monitors and baselines and those of its datasets that hold no records; the others stay, with their records. */
    public Model remove(Caller caller, Id id) {
        return remove(caller, id, dataset -> {
            if (!datasets.holdsRecords(dataset)) {
                datasets.remove(caller, dataset.id());
            }
        });
    }

    /** Forgets a model with its monitors and baselines, all its datasets and their records. Where this breaks off, asking again completes it. */
    public Model removeWithRecords(Caller caller, Id id) {
        return remove(caller, id, dataset -> datasets.removeWithRecords(caller, dataset.id()));
    }

    private Model remove(Caller caller, Id id, Consumer<Dataset> removal) {
        caller.require(Permission.MODEL_WRITE, find(caller, id).header().project());
        monitors.removeAll(caller, id);
        baselines.removeAll(caller, id);
        datasets.list(caller, id).forEach(removal);
        return models.remove(caller, id);
    }
}
