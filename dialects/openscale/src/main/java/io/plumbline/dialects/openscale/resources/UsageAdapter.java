package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.DataSetType;
import io.plumbline.dialects.openscale.wire.ResourceUsage;
import io.plumbline.dialects.openscale.wire.UsageApi;
import io.plumbline.dialects.openscale.wire.UsageGrant;
import io.plumbline.dialects.openscale.wire.UsageRequest;
import io.plumbline.dialects.openscale.wire.UsageResource;
import io.plumbline.dialects.openscale.wire.UsageStatus;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.project.Projects;
import io.plumbline.domain.usage.Usage;
import io.plumbline.http.Call;
import java.util.List;
import java.util.Optional;

/** What is used of the server. There are no quotas, so every amount is granted. */
public final class UsageAdapter implements UsageApi {
    /** What is counted. */
    private static final List<UsageResource> COUNTED = List.of(
            UsageResource.MODELS, UsageResource.SCORING_PAYLOAD_RECORDS, UsageResource.FEEDBACK_PAYLOAD_RECORDS);

    private final Usage usage;
    private final Projects projects;

    /** Over this use case; projects are looked for among these. */
    public UsageAdapter(Usage usage, Projects projects) {
        this.usage = usage;
        this.projects = projects;
    }

    @Override
    public io.plumbline.dialects.openscale.wire.Usage getUsage(Call call, GetUsageQuery query) {
        Optional<Id> project = Place.of(query.projectId(), query.spaceId()).project(projects, call.caller());
        return io.plumbline.dialects.openscale.wire.Usage.builder()
                .crn(Envelope.resourceName(call.organization(), "instance", WireId.of(call.organization())))
                .resources(COUNTED.stream()
                        .map(resource -> used(call.caller(), project, resource))
                        .toList())
                .build();
    }

    @Override
    public UsageGrant requestUsage(Call call, UsageResource resourceName, RequestUsageQuery query, UsageRequest body) {
        if (body.amount() < 0) {
            throw PlumblineException.invalid("amount", "the amount is at least 0");
        }
        Optional<Id> project = Place.of(query.projectId(), query.spaceId()).project(projects, call.caller());
        return UsageGrant.builder()
                .amount(body.amount())
                .status(UsageStatus.GRANTED)
                .resource(used(call.caller(), project, resourceName))
                .build();
    }

    private ResourceUsage used(Caller caller, Optional<Id> project, UsageResource resource) {
        return ResourceUsage.builder()
                .name(resource.wireName())
                .usage(count(caller, project, resource))
                .build();
    }

    private long count(Caller caller, Optional<Id> project, UsageResource resource) {
        return switch (resource) {
            case MODELS -> usage.models(caller, project);
            case SCORING_PAYLOAD_RECORDS ->
                usage.recordsOfMonth(caller, project, DataSetType.PAYLOAD_LOGGING.wireName());
            case FEEDBACK_PAYLOAD_RECORDS -> usage.recordsOfMonth(caller, project, DataSetType.FEEDBACK.wireName());
            default -> 0;
        };
    }
}
