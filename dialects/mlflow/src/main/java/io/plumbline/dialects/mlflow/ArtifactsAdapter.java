package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.dialects.mlflow.wire.ArtifactPage;
import io.plumbline.dialects.mlflow.wire.ArtifactsApi;
import io.plumbline.dialects.mlflow.wire.FileInfo;
import io.plumbline.dialects.mlflow.wire.FileList;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.Artifact;
import io.plumbline.domain.artifact.ArtifactEntry;
import io.plumbline.domain.artifact.ArtifactPath;
import io.plumbline.domain.artifact.Artifacts;
import io.plumbline.domain.experiment.LoggedModels;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunReading;
import io.plumbline.domain.identity.Caller;
import io.plumbline.http.Call;
import io.plumbline.http.RequestBody;
import io.plumbline.http.StreamingAnswer;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Files of runs and of logged models. */
public final class ArtifactsAdapter implements ArtifactsApi {
    private static final int PAGE = 10_000;
    private static final int PARTIAL = 206;
    private static final int OUTSIDE = 416;

    private final Artifacts artifacts;
    private final RunReading runs;
    private final LoggedModels models;

    /** Over these use cases. */
    public ArtifactsAdapter(Artifacts artifacts, RunReading runs, LoggedModels models) {
        this.artifacts = artifacts;
        this.runs = runs;
        this.models = models;
    }

    @Override
    public JsonNode uploadArtifact(Call call, String artifactPath, RequestBody body) {
        ArtifactAddress address = ArtifactAddress.read(call.caller(), artifactPath, runs, models);
        artifacts.put(call.caller(), address.owner(), address.path(), body.content());
        return Nothing.more();
    }

    @Override
    public StreamingAnswer downloadArtifact(Call call, String artifactPath) {
        ArtifactAddress address = ArtifactAddress.read(call.caller(), artifactPath, runs, models);
        Artifact artifact = artifacts.find(call.caller(), address.owner().id(), address.path());
        Optional<ByteRange> range = ByteRange.of(call.headers().first("Range"), artifact.size());
        return range.map(part -> part(artifact, part))
                .orElseGet(() -> answer(artifact, new ByteRange(0, artifact.size())))
                .withHeader("Accept-Ranges", "bytes")
                .withHeader("ETag", "\"" + artifact.sha256() + "\"");
    }

    private StreamingAnswer part(Artifact artifact, ByteRange part) {
        if (part.length() == 0) {
            return new StreamingAnswer(
                    OUTSIDE,
                    Map.of("Content-Range", "bytes */" + artifact.size()),
                    "application/octet-stream",
                    OptionalLong.of(0),
                    out -> {});
        }
        StreamingAnswer answer = answer(artifact, part);
        return new StreamingAnswer(
                PARTIAL,
                Map.of(
                        "Content-Range",
                        "bytes " + part.first() + "-" + (part.first() + part.length() - 1) + "/" + artifact.size()),
                answer.contentType(),
                answer.length(),
                answer.content());
    }

    private StreamingAnswer answer(Artifact artifact, ByteRange part) {
        return StreamingAnswer.of("application/octet-stream", out -> {
                    try (InputStream content = artifacts.open(artifact, part.first(), part.length())) {
                        content.transferTo(out);
                    }
                })
                .ofLength(part.length());
    }

    @Override
    public JsonNode deleteArtifact(Call call, String artifactPath) {
        ArtifactAddress address = ArtifactAddress.read(call.caller(), artifactPath, runs, models);
        artifacts.remove(call.caller(), address.owner().id(), address.path());
        return Nothing.more();
    }

    @Override
    public ArtifactPage listArtifacts(Call call, ListArtifactsQuery query) {
        String given = query.runId() == null ? query.runUuid() : query.runId();
        if (given == null) {
            throw PlumblineException.invalid("run_id", "the field run_id is missing");
        }
        Run run = runs.find(call.caller(), WireId.run(given));
        return page(artifacts, call.caller(), run.id(), query.path(), query.pageToken(), ArtifactAddress.of(run));
    }

    /** A page of a folder; its token is the last name. */
    static ArtifactPage page(
            Artifacts artifacts, Caller caller, Id owner, @Nullable String path, @Nullable String token, String root) {
        ArtifactPath folder = ArtifactPath.of(RunWire.orEmpty(path));
        List<ArtifactEntry> entries = artifacts.list(caller, owner, folder, RunWire.orEmpty(token), PAGE);
        String next =
                entries.size() < PAGE ? null : entries.getLast().path().names().getLast();
        return new ArtifactPage(
                root,
                entries.stream().map(entry -> info(entry, entry.path().text())).toList(),
                next);
    }

    /** The paths are names alone, as MLflow's proxy has them. */
    @Override
    public FileList listProxiedArtifacts(Call call, ListProxiedArtifactsQuery query) {
        ArtifactAddress address = ArtifactAddress.read(call.caller(), RunWire.orEmpty(query.path()), runs, models);
        return new FileList(artifacts.list(call.caller(), address.owner().id(), address.path(), "", PAGE).stream()
                .map(entry -> info(entry, entry.path().names().getLast()))
                .toList());
    }

    private static FileInfo info(ArtifactEntry entry, String path) {
        return FileInfo.builder()
                .path(path)
                .isDir(entry.isFolder())
                .fileSize(entry.isFolder() ? null : (Long) entry.size().getAsLong())
                .build();
    }
}
