package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which logged models are looked for; the latest come first.
 *
 * @param experiments that they belong to
 * @param name matches of the name, all of them
 * @param runs one of which made it; empty for any, and for models that no run made
 * @param page which of them
 */
public record LoggedModelQuery(List<Id> experiments, List<TextMatch> name, Optional<Set<Id>> runs, PageRequest page) {
    /** Keeps unmodifiable copies. */
    public LoggedModelQuery {
        experiments = List.copyOf(experiments);
        name = List.copyOf(name);
        runs = runs.map(Set::copyOf);
    }
}
