package io.plumbline.dialects.openscale.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextCacheTest {
    @Test
    void theSameTextIsTheSameObject() {
        TextCache cache = new TextCache();
        char[] characters = "xxabcyyabc".toCharArray();
        assertThat(cache.text(characters, 2, 3)).isEqualTo("abc").isSameAs(cache.text(characters, 7, 3));
    }

    @Property
    void everyTextComesOutAsItWent(@ForAll List<String> texts) {
        TextCache cache = new TextCache();
        for (String text : texts) {
            assertThat(cache.text(text.toCharArray(), 0, text.length())).isEqualTo(text);
        }
    }
}
