package io.plumbline.domain.monitor;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Resource;

/**
 * A monitor that is enabled for a model.
 *
 * @param header id, owner and history
 * @param definition the id of what it measures
 * @param model that it watches
 * @param managedBy the name of what manages it, may be empty
 * @param attributes what a dialect keeps beside: parameters, thresholds and schedule, in its own form
 */
public record Monitor(Header header, String definition, Id model, String managedBy, Document attributes)
        implements Resource<Monitor> {
    @Override
    public Monitor with(Header newHeader) {
        return new Monitor(newHeader, definition, model, managedBy, attributes);
    }
}
