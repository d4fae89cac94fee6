package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "age", "Größe", "\ud83d\ude00", "a\ud83d\ude00b", "\uffff", "\ue000"})
    void takesTexts(String text) {
        assertThat(Texts.isName(text)).isTrue();
        assertThat(Texts.storable(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\0", "a\0b", "\ud83d", "a\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00", "\udfff", "\ud800b"})
    void takesNoHalfCharactersAndNoZero(String text) {
        assertThat(Texts.isName(text)).isFalse();
        assertThat(Texts.isName(Texts.replaced(text))).isTrue();
    }
}
