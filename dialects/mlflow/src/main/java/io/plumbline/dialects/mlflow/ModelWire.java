package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.dialects.mlflow.wire.Alias;
import io.plumbline.dialects.mlflow.wire.ModelVersion;
import io.plumbline.dialects.mlflow.wire.RegisteredModel;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.registry.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Registered models and versions as they go over the wire. */
final class ModelWire {
    private ModelWire() {}

    static RegisteredModel model(
            io.plumbline.domain.registry.RegisteredModel model,
            List<io.plumbline.domain.registry.ModelVersion> latest) {
        return RegisteredModel.builder()
                .name(model.name())
                .creationTimestamp(Millis.of(model.createdAt()))
                .lastUpdatedTimestamp(Millis.of(model.updatedAt()))
                .userId(model.owner())
                .description(model.description())
                .latestVersions(latest.stream()
                        .map(version -> version(version, model.aliases()))
                        .toList())
                .tags(Tags.of(model.tags()))
                .aliases(model.aliases().entrySet().stream()
                        .map(alias -> new Alias(alias.getKey(), alias.getValue().toString()))
                        .toList())
                .build();
    }

    static ModelVersion version(io.plumbline.domain.registry.ModelVersion version, Map<String, Integer> aliases) {
        return ModelVersion.builder()
                .name(version.model())
                .version(Integer.toString(version.version()))
                .creationTimestamp(Millis.of(version.createdAt()))
                .lastUpdatedTimestamp(Millis.of(version.updatedAt()))
                .userId(version.owner())
                .currentStage(stage(version.stage()))
                .description(version.description())
                .source(version.source())
                .runId(version.run().map(WireId::of).orElse(""))
                .status("READY")
                .statusMessage("")
                .tags(Tags.of(version.tags()))
                .runLink(version.runLink())
                .aliases(aliases.entrySet().stream()
                        .filter(alias -> alias.getValue() == version.version())
                        .map(Map.Entry::getKey)
                        .toList())
                .modelId(version.loggedModel().isEmpty() ? null : version.loggedModel())
                .build();
    }

    private static String stage(Stage stage) {
        return switch (stage) {
            case NONE -> "None";
            case STAGING -> "Staging";
            case PRODUCTION -> "Production";
            case ARCHIVED -> "Archived";
        };
    }

    static Stage stage(String word) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> PlumblineException.invalid(
                        "stage", "a stage is one of None, Staging, Production and Archived"));
    }

    static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw PlumblineException.invalid("version", "a version is a whole number");
        }
    }
}
