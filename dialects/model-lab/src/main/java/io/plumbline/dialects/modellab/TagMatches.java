package io.plumbline.dialects.modellab;

import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.TagMatch;
import io.plumbline.domain.experiment.TextMatch;
import java.util.List;

/** Reads {@code filter[tags]} of projects. */
final class TagMatches {
    private TagMatches() {}

    static List<TagMatch> read(String text) {
        return KeyValues.read("filter[tags]", text).stream()
                .map(pair -> new TagMatch(pair.key(), new TextMatch(Operator.EQUAL, pair.value())))
                .toList();
    }
}
