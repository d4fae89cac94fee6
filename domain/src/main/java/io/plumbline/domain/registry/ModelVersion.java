package io.plumbline.domain.registry;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Keys;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A version of a registered model.
 *
 * @param organization that owns it
 * @param model the name of the registered model
 * @param version counts the versions of the model from 1; a number is never given twice
 * @param description free text, may be empty
 * @param source where its files are, as an address
 * @param run that made it, where one did
 * @param runLink where that run is shown, may be empty
 * @param loggedModel the id, in the dialect's costume, of the logged model that it was made of, may be empty
 * @param stage what it is used for
 * @param owner the name of the user who made it
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param tags by key
 */
public record ModelVersion(
        Id organization,
        String model,
        int version,
        String description,
        String source,
        Optional<Id> run,
        String runLink,
        String loggedModel,
        Stage stage,
        String owner,
        Instant createdAt,
        Instant updatedAt,
        SortedMap<String, String> tags) {
    /** Checks keys. */
    public ModelVersion {
        tags.keySet().forEach(key -> Keys.checked("tag", key));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** The same with this number. */
    public ModelVersion numbered(int number) {
        return copy(number, description, stage, updatedAt, tags);
    }

    /** The same with this description. */
    public ModelVersion described(String text) {
        return copy(version, text, stage, updatedAt, tags);
    }

    /** The same in this stage. */
    public ModelVersion in(Stage newStage) {
        return copy(version, description, newStage, updatedAt, tags);
    }

    /** The same with these tags alone. */
    public ModelVersion tagged(SortedMap<String, String> newTags) {
        return copy(version, description, stage, updatedAt, newTags);
    }

    /** The same, changed now. */
    public ModelVersion updated(Instant now) {
        return copy(version, description, stage, now, tags);
    }

    private ModelVersion copy(
            int number, String text, Stage newStage, Instant changed, SortedMap<String, String> newTags) {
        return new ModelVersion(
                organization,
                model,
                number,
                text,
                source,
                run,
                runLink,
                loggedModel,
                newStage,
                owner,
                createdAt,
                changed,
                newTags);
    }
}
