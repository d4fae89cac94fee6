package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.wire.DataSetType;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.domain.registration.Registration;

/** Makes the data sets that the feedback on subscriptions goes to. */
public final class FeedbackTables {
    private static final String QUALITY = "quality";

    private final Registration registration;
    private final Datasets datasets;
    private final NewDataSets newDataSets;

    /** Over these models and datasets; what their fields name is looked for among the references. */
    public FeedbackTables(Registration registration, Datasets datasets, References references) {
        this.registration = registration;
        this.datasets = datasets;
        this.newDataSets = new NewDataSets(datasets, references);
    }

    /**
     * Adds the one of this subscription.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.AlreadyExists} where it has one
     */
    Dataset add(Caller caller, Model model) {
        SubscriptionEntity shown =
                Subscriptions.shown(Subscriptions.facts(model).entity(), registration.production(caller, model.id()));
        return newDataSets.add(caller, model.header().project(), SubscriptionTables.feedback(model.id(), shown));
    }

    /** Adds the one that a monitor of this definition needs, where it needs one and there is none. */
    public void addFor(Caller caller, Model model, String definition) {
        boolean there = datasets.list(caller, model.id()).stream()
                .anyMatch(dataset -> dataset.type().equals(DataSetType.FEEDBACK.wireName()));
        if (definition.equals(QUALITY) && !there) {
            add(caller, model);
        }
    }
}
