package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.wire.ArtifactsApi;
import io.plumbline.dialects.modellab.wire.ProjectArtifact;
import io.plumbline.dialects.modellab.wire.ProjectArtifacts;
import io.plumbline.dialects.modellab.wire.ProjectArtifactsAttributes;
import io.plumbline.dialects.modellab.wire.ProjectArtifactsDocument;
import io.plumbline.dialects.modellab.wire.RunArtifact;
import io.plumbline.dialects.modellab.wire.RunArtifacts;
import io.plumbline.dialects.modellab.wire.RunArtifactsAttributes;
import io.plumbline.dialects.modellab.wire.RunArtifactsDocument;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.Artifact;
import io.plumbline.domain.artifact.ArtifactEntry;
import io.plumbline.domain.artifact.ArtifactPath;
import io.plumbline.domain.artifact.Artifacts;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.Experiments;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunReading;
import io.plumbline.domain.identity.Caller;
import io.plumbline.http.Call;
import io.plumbline.http.StreamingAnswer;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers the operations on artifacts. */
public final class ArtifactsAdapter implements ArtifactsApi {
    private static final int PART = 1_000;

    private final Experiments experiments;
    private final RunReading reading;
    private final Artifacts artifacts;

    /** Over the artifacts of these experiments and runs. */
    public ArtifactsAdapter(Experiments experiments, RunReading reading, Artifacts artifacts) {
        this.experiments = experiments;
        this.reading = reading;
        this.artifacts = artifacts;
    }

    @Override
    public RunArtifactsDocument listModelLabRunArtifacts(Call call, Long runId, ListModelLabRunArtifactsQuery query) {
        Run run = reading.numbered(call.caller(), runId);
        ArtifactPath folder = ArtifactPath.of(Optional.ofNullable(query.path()).orElse(""));
        return new RunArtifactsDocument(RunArtifacts.builder()
                .id(runId.toString())
                .type(RunArtifacts.TypeEnum.ARTIFACTS)
                .attributes(new RunArtifactsAttributes(
                        entries(call.caller(), run.id(), folder).stream()
                                .map(ArtifactsAdapter::entry)
                                .toList(),
                        new ArtifactLocation(run.id()).folder()))
                .build());
    }

    private List<ArtifactEntry> entries(Caller caller, Id run, ArtifactPath folder) {
        List<ArtifactEntry> all = new ArrayList<>();
        List<ArtifactEntry> part = artifacts.list(caller, run, folder, "", PART);
        while (!part.isEmpty()) {
            all.addAll(part);
            String last = part.getLast().path().names().getLast();
            part = part.size() < PART ? List.of() : artifacts.list(caller, run, folder, last, PART);
        }
        return all;
    }

    private static RunArtifact entry(ArtifactEntry entry) {
        return RunArtifact.builder()
                .path(entry.isFolder() ? entry.path() + "/" : entry.path().text())
                .isDir(entry.isFolder())
                .fileSize(entry.size().isPresent() ? entry.size().getAsLong() : null)
                .build();
    }

    @Override
    public ProjectArtifactsDocument listModelLabProjectArtifacts(Call call, Long projectId) {
        Experiment project = experiments.numbered(call.caller(), projectId);
        return new ProjectArtifactsDocument(ProjectArtifacts.builder()
                .id(projectId.toString())
                .type(ProjectArtifacts.TypeEnum.PROJECT_FILES)
                .attributes(new ProjectArtifactsAttributes(files(call.caller(), project.id())))
                .build());
    }

    private List<ProjectArtifact> files(Caller caller, Id project) {
        List<ProjectArtifact> all = new ArrayList<>();
        List<Artifact> part = artifacts.ofExperiment(caller, project, Optional.empty(), PART);
        while (!part.isEmpty()) {
            part.forEach(artifact -> all.add(file(artifact)));
            Optional<Artifact> last = Optional.of(part.getLast());
            part = part.size() < PART ? List.of() : artifacts.ofExperiment(caller, project, last, PART);
        }
        return all;
    }

    private static ProjectArtifact file(Artifact artifact) {
        return ProjectArtifact.builder()
                .artifactPath(new ArtifactLocation(artifact.owner()).file(artifact.path()))
                .createdAt(artifact.createdAt().truncatedTo(ChronoUnit.SECONDS))
                .filename(artifact.path().names().getLast())
                .fileSize(artifact.size())
                .build();
    }

    @Override
    public StreamingAnswer getModelLabArtifactContent(Call call, GetModelLabArtifactContentQuery query) {
        Experiment project = experiments.numbered(call.caller(), RunQueries.number("project_id", query.projectId()));
        ArtifactLocation.File file = ArtifactLocation.parse(query.artifactPath());
        Artifact artifact = artifacts.find(call.caller(), file.owner(), file.path());
        if (!artifact.experiment().equals(project.id())) {
            throw PlumblineException.notFound("artifact", query.artifactPath());
        }
        return StreamingAnswer.of("application/octet-stream", out -> {
                    try (InputStream content = artifacts.open(artifact, 0, artifact.size())) {
                        content.transferTo(out);
                    }
                })
                .ofLength(artifact.size());
    }
}
