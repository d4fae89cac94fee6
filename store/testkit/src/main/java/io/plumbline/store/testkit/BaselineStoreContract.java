package io.plumbline.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.baseline.BaselineProfiles;
import io.plumbline.domain.baseline.BaselineStore;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.profile.ProfileBuilder;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.Sketches;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link BaselineStore} does. */
public abstract class BaselineStoreContract {
    /** The store under test, over the same data each time within a test. */
    protected abstract BaselineStore store();

    private static BaselineProfiles profiles(double value) {
        ProfileBuilder builder = new ProfileBuilder(ProfileSpec.of(ColumnType.NUMBER), Sketches.NONE);
        builder.add(new ColumnChunk.Numbers(new double[] {value, 2, 3}, 3, 1, 0));
        return new BaselineProfiles("training", 4, "marker " + value, new TreeMap<>(Map.of("amount", builder.build())));
    }

    @Test
    void whatIsPutTakesThePlaceOfWhatWasThere() {
        Id key = Samples.id();
        assertThat(store().find(key)).isEmpty();
        store().put(key, profiles(1));
        BaselineProfiles before = store().find(key).orElseThrow();
        assertThat(digest(before)).isEqualTo(digest(profiles(1)));
        assertThat(before.madeFrom()).isEqualTo("marker 1.0");
        store().put(key, profiles(7));
        BaselineProfiles found = store().find(key).orElseThrow();
        assertThat(found.madeFrom()).isEqualTo("marker 7.0");
        assertThat(found.label()).isEqualTo("training");
        assertThat(found.rows()).isEqualTo(4);
        assertThat(found.columns().keySet()).containsExactly("amount");
        assertThat(digest(found)).isEqualTo(digest(profiles(7)));
        store().remove(key);
        assertThat(store().find(key)).isEmpty();
        store().put(key, profiles(7));
        assertThat(store().find(key)).isPresent();
    }

    private static String digest(BaselineProfiles profiles) {
        return profiles.columns().firstEntry().getValue().digest();
    }
}
