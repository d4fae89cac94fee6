package io.plumbline.domain.registry;

import io.plumbline.domain.Id;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A version to be made.
 *
 * @param model the name of the registered model
 * @param description may be empty
 * @param source where its files are
 * @param run that made it
 * @param runLink where that run is shown, may be empty
 * @param loggedModel that it is made of, may be empty
 * @param tags by key
 */
public record VersionDraft(
        String model,
        String description,
        String source,
        Optional<Id> run,
        String runLink,
        String loggedModel,
        SortedMap<String, String> tags) {}
