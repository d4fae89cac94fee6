package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.wire.Project;
import io.plumbline.dialects.modellab.wire.ProjectAttributes;
import io.plumbline.dialects.modellab.wire.Tag;
import io.plumbline.domain.experiment.Experiment;
import java.util.List;
import java.util.SortedMap;

/** Experiments in the words of this dialect. */
final class Projects {
    private Projects() {}

    static Project wire(Experiment experiment, boolean starred) {
        return Project.builder()
                .id(String.valueOf(experiment.number()))
                .type(Project.TypeEnum.PROJECTS)
                .attributes(ProjectAttributes.builder()
                        .artifactStorageLocation("model-lab:///" + experiment.number())
                        .createdAt(experiment.createdAt())
                        .deletedAt(experiment.deletedAt().orElse(null))
                        .description(experiment.note())
                        .isStarred(starred)
                        .name(experiment.name())
                        .ownerId(UserId.of(experiment.owner().user()))
                        .tags(tags(experiment.tags()))
                        .updatedAt(experiment.updatedAt())
                        .build())
                .build();
    }

    /** Tags by key, as a list. */
    static List<Tag> tags(SortedMap<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toList();
    }
}
