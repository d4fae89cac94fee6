package io.plumbline.domain.monitor;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Resource;
import java.util.Optional;

/**
 * A definition that users made. Its measurements are published from outside, or asked of a provider.
 *
 * @param header id, owner and history
 * @param definition what it measures; its id is unique among all definitions of the organization
 * @param provider a connection that computes the metrics when a check runs; empty where they are only published
 * @param attributes what a dialect keeps beside
 */
public record CustomMonitor(Header header, MonitorDefinition definition, Optional<Id> provider, Document attributes)
        implements Resource<CustomMonitor> {
    @Override
    public CustomMonitor with(Header newHeader) {
        return new CustomMonitor(newHeader, definition, provider, attributes);
    }
}
