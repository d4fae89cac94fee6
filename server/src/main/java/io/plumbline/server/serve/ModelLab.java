package io.plumbline.server.serve;

import io.plumbline.dialects.modellab.ArtifactsAdapter;
import io.plumbline.dialects.modellab.FacetsAdapter;
import io.plumbline.dialects.modellab.ModelLabDialect;
import io.plumbline.dialects.modellab.ProjectsAdapter;
import io.plumbline.dialects.modellab.RunsAdapter;

/** The Model Lab dialect over the core. */
final class ModelLab {
    private ModelLab() {}

    /** Every operation of the dialect over these use cases. */
    static ModelLabDialect over(Tracking tracking) {
        return new ModelLabDialect(
                new ProjectsAdapter(tracking.experiments()),
                new RunsAdapter(tracking.experiments(), tracking.runs(), tracking.reading()),
                new FacetsAdapter(tracking.experiments(), tracking.reading()),
                new ArtifactsAdapter(tracking.experiments(), tracking.reading(), tracking.artifacts()));
    }
}
