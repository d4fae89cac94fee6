package io.plumbline.server.importing.mlflow;

import io.plumbline.server.importing.mlflow.Source.ModelData;
import io.plumbline.server.importing.mlflow.Source.VersionData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The folder of registered models in a folder {@code mlruns}. */
final class RegistryFolder {
    private static final String META = "meta.yaml";
    private static final String VERSION = "version-";

    private RegistryFolder() {}

    /** All models. */
    static List<ModelData> models(Path registry) {
        return TextFiles.folders(registry)
                .filter(folder -> Files.isRegularFile(folder.resolve(META)))
                .map(RegistryFolder::model)
                .toList();
    }

    private static ModelData model(Path folder) {
        Meta meta = Meta.read(folder.resolve(META));
        Map<String, List<String>> aliases = TextFiles.values(folder.resolve("aliases")).entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        List<VersionData> versions = TextFiles.folders(folder)
                .filter(version -> version.getFileName().toString().startsWith(VERSION))
                .filter(version -> Files.isRegularFile(version.resolve(META)))
                .map(version -> version(version, aliases))
                .filter(version -> !version.stage().equals("Deleted_Internal"))
                .sorted(Comparator.comparingInt(VersionData::version))
                .toList();
        return new ModelData(
                meta.text("name"), meta.text("description"), TextFiles.values(folder.resolve("tags")), versions);
    }

    private static VersionData version(Path folder, Map<String, List<String>> aliases) {
        Meta meta = Meta.read(folder.resolve(META));
        String number = meta.text("version");
        return new VersionData(
                Integer.parseInt(number),
                meta.text("description"),
                meta.text("source"),
                meta.text("run_id"),
                meta.text("current_stage"),
                TextFiles.values(folder.resolve("tags")),
                aliases.getOrDefault(number, List.of()));
    }
}
