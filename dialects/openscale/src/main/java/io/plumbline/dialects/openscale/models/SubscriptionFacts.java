package io.plumbline.dialects.openscale.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.domain.model.Model;
import java.util.List;
import java.util.Optional;

/**
 * What a subscription has beyond the core's words.
 *
 * @param entity as the client described it, with secrets in place of credentials
 * @param sealed ids of the secrets that were made for it, and go with it
 */
record SubscriptionFacts(
        @JsonProperty("entity") SubscriptionEntity entity,
        @JsonProperty("sealed") List<String> sealed) {
    /** Those that are kept with a model; empty where the model is not this dialect's. */
    static Optional<SubscriptionFacts> of(Model model) {
        return Optional.of(Documents.read(model.attributes(), SubscriptionFacts.class))
                .filter(facts -> facts.entity() != null);
    }
}
