package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.wire.ProjectDocument;
import io.plumbline.dialects.modellab.wire.ProjectList;
import io.plumbline.dialects.modellab.wire.ProjectsApi;
import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.ExperimentQuery;
import io.plumbline.domain.experiment.ExperimentQuery.ExperimentAttribute;
import io.plumbline.domain.experiment.ExperimentQuery.ExperimentOrder;
import io.plumbline.domain.experiment.Experiments;
import io.plumbline.domain.experiment.LifecycleView;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.identity.Caller;
import io.plumbline.http.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers the operations on projects. */
public final class ProjectsAdapter implements ProjectsApi {
    private static final Map<String, ExperimentAttribute> FIELDS = Map.of(
            "name", ExperimentAttribute.NAME,
            "created_at", ExperimentAttribute.CREATED_AT,
            "updated_at", ExperimentAttribute.UPDATED_AT);

    private final Experiments experiments;

    /** Over these experiments. */
    public ProjectsAdapter(Experiments experiments) {
        this.experiments = experiments;
    }

    @Override
    public ProjectList listModelLabProjects(Call call, ListModelLabProjectsQuery query) {
        Paging paging = Paging.of(query.pageSize(), query.pageNumber());
        Page<Experiment> page = search(call.caller(), query, paging);
        long total = page.total().orElseThrow();
        Set<Id> ids = page.items().stream().map(Experiment::id).collect(Collectors.toSet());
        Set<Id> starred = experiments.starred(call.caller(), ids);
        return ProjectList.builder()
                .data(page.items().stream()
                        .map(experiment -> Projects.wire(experiment, starred.contains(experiment.id())))
                        .toList())
                .meta(paging.meta(total))
                .links(paging.links(call, total))
                .build();
    }

    private Page<Experiment> search(Caller caller, ListModelLabProjectsQuery query, Paging paging) {
        Optional<Id> owner =
                Optional.ofNullable(query.filterOwnerId()).flatMap(text -> UserId.read("filter[owner_id]", text));
        boolean nobodys = query.filterOwnerId() != null && owner.isEmpty();
        return nobodys ? Page.empty() : experiments.search(caller, query(query, owner, paging));
    }

    private static ExperimentQuery query(ListModelLabProjectsQuery query, Optional<Id> owner, Paging paging) {
        return new ExperimentQuery(
                LifecycleView.ACTIVE,
                Optional.ofNullable(query.filter()),
                List.of(),
                Optional.ofNullable(query.filterTags()).map(TagMatches::read).orElse(List.of()),
                List.of(),
                owner,
                Sorting.read(query.sort(), FIELDS, ExperimentOrder::new),
                paging.request());
    }

    @Override
    public ProjectDocument getModelLabProject(Call call, Long projectId) {
        Experiment found = experiments.numbered(call.caller(), projectId);
        boolean starred = experiments.starred(call.caller(), Set.of(found.id())).contains(found.id());
        return new ProjectDocument(Projects.wire(found, starred));
    }

    @Override
    public void starModelLabProject(Call call, Long projectId) {
        experiments.star(
                call.caller(), experiments.numbered(call.caller(), projectId).id());
    }

    @Override
    public void unstarModelLabProject(Call call, Long projectId) {
        experiments.unstar(
                call.caller(), experiments.numbered(call.caller(), projectId).id());
    }
}
