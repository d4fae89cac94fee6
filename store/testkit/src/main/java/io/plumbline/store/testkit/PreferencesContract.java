package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.preference.Preferences;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link Preferences} does. */
public abstract class PreferencesContract {
    /** The preferences under test, over the same data each time within a test. */
    protected abstract Preferences preferences();

    /** The id of a new user. */
    protected abstract Id user();

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    private static Document number(int number) {
        return new Document(Integer.toString(number));
    }

    @Test
    void findsWhatWasPut() {
        Id user = user();
        preferences().put(user, "theme", Samples.DOCUMENT);
        assertThat(preferences().find(user, "theme")).contains(Samples.DOCUMENT);
        assertThat(preferences().find(user, "Theme")).isEmpty();
        assertThat(preferences().find(user(), "theme")).isEmpty();
    }

    @Test
    void keepsTheLastValue() {
        Id user = user();
        preferences().put(user, "theme", number(1));
        preferences().put(user, "theme", number(2));
        assertThat(preferences().all(user)).isEqualTo(Map.of("theme", number(2)));
    }

    @Test
    void listsByKey() {
        Id user = user();
        for (String key : new String[] {"b", "a", "B", "ä", "a.b"}) {
            preferences().put(user, key, number(1));
        }
        assertThat(preferences().all(user).keySet()).containsExactly("B", "a", "a.b", "b", "ä");
    }

    @Test
    void replacesAll() {
        Id user = user();
        Id other = user();
        preferences().put(user, "old", number(1));
        preferences().put(user, "both", number(1));
        preferences().put(other, "old", number(3));
        SortedMap<String, Document> next = new TreeMap<>(Map.of("both", number(2), "new", number(2)));
        preferences().replaceAll(user, next);
        assertThat(preferences().all(user)).isEqualTo(next);
        assertThat(preferences().all(other)).isEqualTo(Map.of("old", number(3)));
    }

    @Test
    void removesOnce() {
        Id user = user();
        preferences().put(user, "theme", number(1));
        assertThat(preferences().remove(user, "theme")).isTrue();
        assertThat(preferences().remove(user, "theme")).isFalse();
        assertThat(preferences().all(user)).isEmpty();
    }

    @Test
    void refusesThoseOfAnUnknownUser() {
        Id nobody = Samples.id();
        assertThat(failureOf(() -> preferences().put(nobody, "theme", number(1))))
                .containsInstanceOf(Failure.NotFound.class);
        assertThat(failureOf(() -> preferences().replaceAll(nobody, new TreeMap<>())))
                .containsInstanceOf(Failure.NotFound.class);
    }

    @Test
    void refusesKeysThatNoDatabaseKeeps() {
        Id user = user();
        assertThat(failureOf(() -> preferences().put(user, "a\0b", number(1))))
                .containsInstanceOf(Failure.Invalid.class);
        assertThat(preferences().find(user, "a\0b")).isEmpty();
        assertThat(preferences().find(user, "x".repeat(600))).isEmpty();
        assertThat(preferences().remove(user, "a\0b")).isFalse();
        assertThat(preferences().all(user)).isEmpty();
    }

    @Test
    void keepsEverythingWhenReopened() {
        Id user = user();
        preferences().put(user, "theme", Samples.DOCUMENT);
        reopen();
        assertThat(preferences().all(user)).isEqualTo(Map.of("theme", Samples.DOCUMENT));
    }

    @Test
    void leavesThoseOfOneOfManyWhoReplaceAll() {
        Id user = user();
        race(number -> {
            SortedMap<String, Document> all = new TreeMap<>();
            for (int i = 0; i < 5; i++) {
                all.put("own " + number + " " + i, number(number));
                all.put("shared " + i, number(number));
            }
            preferences().replaceAll(user, all);
            return true;
        });
        assertThat(preferences().all(user)).hasSize(10);
        assertThat(preferences().all(user).values().stream().collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void losesNoneOfManyWhoPut() {
        Id user = user();
        race(number -> {
            for (int i = 0; i < 10; i++) {
                preferences().put(user, "key " + number + " " + i, number(i));
                preferences().put(user, "shared", number(number));
            }
            return true;
        });
        assertThat(preferences().all(user)).hasSize(81);
    }
}
