package io.plumbline.store.testkit;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Schema;
import java.time.Duration;
import java.util.Optional;

/** What every repository of datasets does. */
public abstract class DatasetsContract extends RepositoryContract<Dataset> {
    @Override
    protected Dataset full(Header header) {
        return new Dataset(
                header,
                Optional.of(Samples.id()),
                Dataset.Kind.PRODUCTION,
                "payload_logging",
                "payload",
                "what was asked",
                ModelsContract.everyColumn(),
                Dataset.Growth.GROWING,
                Optional.of(Duration.ofDays(90).plusNanos(1)),
                Samples.DOCUMENT);
    }

    @Override
    protected Dataset empty(Header header) {
        return new Dataset(
                header,
                Optional.empty(),
                Dataset.Kind.OTHER,
                "",
                "",
                "",
                Schema.EMPTY,
                Dataset.Growth.FIXED,
                Optional.empty(),
                Document.EMPTY);
    }
}
