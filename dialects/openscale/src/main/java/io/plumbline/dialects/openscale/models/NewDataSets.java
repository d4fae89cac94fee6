package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.DataSetRequest;
import io.plumbline.dialects.openscale.wire.DataSetType;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.registration.Datasets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Adds data sets, after it has looked whether all that they name is there. */
final class NewDataSets {
    // Others look these up by their kind, so a subscription has one of each.
    private static final Set<DataSetType> SINGLE = EnumSet.of(DataSetType.PAYLOAD_LOGGING, DataSetType.FEEDBACK);

    private final Datasets datasets;
    private final References references;
    private final Targets targets;

    NewDataSets(Datasets datasets, References references) {
        this.datasets = datasets;
        this.references = references;
        this.targets = new Targets(references);
    }

    /**
     * Adds a data set.
     *
     * @param project to put it into; the data set of a subscription is put into the subscription's
     */
    Dataset add(Caller caller, Optional<Id> project, DataSetRequest request) {
        references.dataMart(caller, "data_mart_id", request.dataMartId());
        Optional<Model> model = targets.model(caller, request.target());
        model.ifPresent(of -> {
            checkSingle(caller, of, request.type());
            References.requireSameProject("data set", project, of);
        });
        return datasets.add(
                caller,
                model.map(of -> of.header().project()).orElse(project),
                header -> DataSets.dataset(header, model.map(Model::id), request));
    }

    private void checkSingle(Caller caller, Model model, DataSetType type) {
        boolean taken = SINGLE.contains(type)
                && datasets.list(caller, model.id()).stream()
                        .anyMatch(dataset -> dataset.type().equals(type.wireName()));
        if (taken) {
            throw new PlumblineException(new Failure.AlreadyExists(
                    type.wireName() + " data set of the subscription", WireId.of(model.id())));
        }
    }
}
