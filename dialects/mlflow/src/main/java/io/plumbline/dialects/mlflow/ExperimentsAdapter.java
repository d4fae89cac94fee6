package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.filter.ListFilters;
import io.plumbline.dialects.mlflow.wire.CreateExperiment;
import io.plumbline.dialects.mlflow.wire.CreatedExperiment;
import io.plumbline.dialects.mlflow.wire.DeleteExperimentTag;
import io.plumbline.dialects.mlflow.wire.Experiment;
import io.plumbline.dialects.mlflow.wire.ExperimentAnswer;
import io.plumbline.dialects.mlflow.wire.ExperimentPage;
import io.plumbline.dialects.mlflow.wire.ExperimentReference;
import io.plumbline.dialects.mlflow.wire.ExperimentsApi;
import io.plumbline.dialects.mlflow.wire.SearchExperiments;
import io.plumbline.dialects.mlflow.wire.SetExperimentTag;
import io.plumbline.dialects.mlflow.wire.UpdateExperiment;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.ExperimentDraft;
import io.plumbline.domain.experiment.ExperimentQuery;
import io.plumbline.domain.experiment.Experiments;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.Page;
import io.plumbline.http.Call;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Experiments. */
public final class ExperimentsAdapter implements ExperimentsApi {
    private static final int STANDARD_PAGE = 1_000;
    private static final int LARGEST_PAGE = 50_000;
    private static final Set<String> FIELDS = Set.of("name", "creation_time", "last_update_time");

    private final Experiments experiments;
    private final ExperimentIds ids;

    /** Over these use cases. */
    public ExperimentsAdapter(Experiments experiments) {
        this.experiments = experiments;
        this.ids = new ExperimentIds(experiments);
    }

    @Override
    public CreatedExperiment createExperiment(Call call, CreateExperiment body) {
        if (body.artifactLocation() != null && !body.artifactLocation().isBlank()) {
            throw PlumblineException.invalid(
                    "artifact_location", "the server keeps artifacts itself; leave artifact_location out");
        }
        SortedMap<String, String> tags = Tags.read(body.tags());
        ExperimentDraft draft = new ExperimentDraft(body.name(), tags.getOrDefault(RunTags.NOTE, ""), tags);
        return new CreatedExperiment(
                Long.toString(experiments.add(call.caller(), draft).number()));
    }

    @Override
    public ExperimentAnswer getExperiment(Call call, GetExperimentQuery query) {
        return new ExperimentAnswer(wire(ids.find(call.caller(), query.experimentId())));
    }

    @Override
    public ExperimentAnswer getExperimentByName(Call call, GetExperimentByNameQuery query) {
        String name = query.experimentName();
        boolean standard = name.equals(Experiments.DEFAULT_NAME);
        return new ExperimentAnswer(
                wire(standard ? experiments.standard(call.caller()) : experiments.named(call.caller(), name)));
    }

    @Override
    public ExperimentPage listExperiments(Call call, ListExperimentsQuery query) {
        return searchExperiments(
                call,
                new SearchExperiments(
                        query.maxResults(), query.pageToken(), query.filter(), query.orderBy(), query.viewType()));
    }

    @Override
    public ExperimentPage searchExperiments(Call call, @Nullable SearchExperiments body) {
        SearchExperiments asked = body == null ? SearchExperiments.builder().build() : body;
        experiments.standard(call.caller());
        ListFilters filter = ListFilters.of(asked.filter(), FIELDS);
        Page<io.plumbline.domain.experiment.Experiment> page = experiments.search(
                call.caller(),
                new ExperimentQuery(
                        Lists.view(asked.viewType()),
                        Optional.empty(),
                        filter.texts("name"),
                        filter.tags(),
                        filter.times(),
                        Optional.empty(),
                        ListFilters.experimentOrders(asked.orderBy()),
                        Lists.page(asked.maxResults(), STANDARD_PAGE, LARGEST_PAGE, asked.pageToken())));
        return new ExperimentPage(
                page.items().stream().map(ExperimentsAdapter::wire).toList(),
                page.next().orElse(null));
    }

    @Override
    public JsonNode updateExperiment(Call call, UpdateExperiment body) {
        Id id = ids.find(call.caller(), body.experimentId()).id();
        if (body.newName() != null) {
            experiments.rename(call.caller(), id, body.newName());
        }
        return Nothing.more();
    }

    @Override
    public JsonNode deleteExperiment(Call call, ExperimentReference body) {
        experiments.delete(
                call.caller(), ids.find(call.caller(), body.experimentId()).id());
        return Nothing.more();
    }

    @Override
    public JsonNode restoreExperiment(Call call, ExperimentReference body) {
        experiments.restore(
                call.caller(), ids.find(call.caller(), body.experimentId()).id());
        return Nothing.more();
    }

    @Override
    public JsonNode setExperimentTag(Call call, SetExperimentTag body) {
        Id id = ids.find(call.caller(), body.experimentId()).id();
        SortedMap<String, String> tag = new TreeMap<>();
        tag.put(body.key(), Tags.value(body.key(), body.value()));
        experiments.tag(call.caller(), id, tag);
        if (body.key().equals(RunTags.NOTE)) {
            experiments.annotate(call.caller(), id, body.value());
        }
        return Nothing.more();
    }

    @Override
    public JsonNode deleteExperimentTag(Call call, DeleteExperimentTag body) {
        experiments.untag(
                call.caller(), ids.find(call.caller(), body.experimentId()).id(), body.key());
        return Nothing.more();
    }

    private static Experiment wire(io.plumbline.domain.experiment.Experiment experiment) {
        return Experiment.builder()
                .experimentId(Long.toString(experiment.number()))
                .name(experiment.name())
                .artifactLocation(ArtifactAddress.ofExperiment(experiment.number()))
                .lifecycleStage(stage(experiment.lifecycle()))
                .creationTime(Millis.of(experiment.createdAt()))
                .lastUpdateTime(Millis.of(experiment.updatedAt()))
                .tags(Tags.of(experiment.tags()))
                .build();
    }

    static String stage(Lifecycle lifecycle) {
        return switch (lifecycle) {
            case ACTIVE -> "active";
            case DELETED -> "deleted";
        };
    }
}
