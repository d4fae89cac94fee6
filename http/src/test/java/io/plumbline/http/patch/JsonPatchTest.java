package io.plumbline.http.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of RFC 6902, appendix A, and what the RFC says besides. */
class JsonPatchTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A.1 add to an object   | {"foo":"bar"} | [{"op":"add","path":"/baz","value":"qux"}] | {"baz":"qux","foo":"bar"}
            A.2 add to an array    | {"foo":["bar","baz"]} | [{"op":"add","path":"/foo/1","value":"qux"}] | {"foo":["bar","qux","baz"]}
            A.3 remove a member    | {"baz":"qux","foo":"bar"} | [{"op":"remove","path":"/baz"}] | {"foo":"bar"}
            A.4 remove an element  | {"foo":["bar","qux","baz"]} | [{"op":"remove","path":"/foo/1"}] | {"foo":["bar","baz"]}
            A.5 replace            | {"baz":"qux","foo":"bar"} | [{"op":"replace","path":"/baz","value":"boo"}] | {"baz":"boo","foo":"bar"}
            A.6 move a value       | {"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}} | [{"op":"move","from":"/foo/waldo","path":"/qux/thud"}] | {"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}
            A.7 move an element    | {"foo":["all","grass","cows","eat"]} | [{"op":"move","from":"/foo/1","path":"/foo/3"}] | {"foo":["all","cows","eat","grass"]}
            A.8 test with success  | {"baz":"qux","foo":["a",2,"c"]} | [{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}] | {"baz":"qux","foo":["a",2,"c"]}
            A.10 add a nested one  | {"foo":"bar"} | [{"op":"add","path":"/child","value":{"grandchild":{}}}] | {"foo":"bar","child":{"grandchild":{}}}
            A.11 unknown members   | {"foo":"bar"} | [{"op":"add","path":"/baz","value":"qux","xyz":123}] | {"foo":"bar","baz":"qux"}
            A.14 escapes           | {"/":9,"~1":10} | [{"op":"test","path":"/~01","value":10}] | {"/":9,"~1":10}
            A.16 add an array      | {"foo":["bar"]} | [{"op":"add","path":"/foo/-","value":["abc","def"]}] | {"foo":["bar",["abc","def"]]}
            add replaces           | {"foo":1} | [{"op":"add","path":"/foo","value":2}] | {"foo":2}
            the whole document     | {"foo":1} | [{"op":"replace","path":"","value":[1]},{"op":"add","path":"/-","value":2}] | [1,2]
            numbers by their value | {"a":1,"b":[1e2]} | [{"op":"test","path":"","value":{"b":[100],"a":1.0}}] | {"a":1,"b":[1e2]}
            null is a value        | {"a":null} | [{"op":"test","path":"/a","value":null},{"op":"add","path":"/b","value":null}] | {"a":null,"b":null}
            move onto itself       | {"a":1} | [{"op":"move","from":"/a","path":"/a"}] | {"a":1}
            copy is no link        | {"a":{"b":1}} | [{"op":"copy","from":"/a","path":"/c"},{"op":"replace","path":"/c/b","value":2}] | {"a":{"b":1},"c":{"b":2}}
            copy into itself       | {"a":1} | [{"op":"copy","from":"","path":"/b"}] | {"a":1,"b":{"a":1}}
            an empty name          | {"":1} | [{"op":"add","path":"/","value":2}] | {"":2}
            no operation           | {"a":1} | [] | {"a":1}
            """)
    void applies(String name, String document, String patch, String expected) {
        assertThat(apply(document, patch)).isEqualTo(JSON.readTree(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A.12 a missing parent  | {"foo":"bar"} | [{"op":"add","path":"/baz/bat","value":"qux"}]
            remove what is missing | {"a":1} | [{"op":"remove","path":"/b"}]
            replace a missing one  | {"a":1} | [{"op":"replace","path":"/b","value":1}]
            test a missing one     | {"a":1} | [{"op":"test","path":"/b","value":null}]
            copy a missing one     | {"a":1} | [{"op":"copy","from":"/b","path":"/c"}]
            an index beyond        | {"a":[1]} | [{"op":"add","path":"/a/2","value":1}]
            an index that is huge  | {"a":[1]} | [{"op":"add","path":"/a/99999999999","value":1}]
            an index with a zero   | {"a":[1,2]} | [{"op":"replace","path":"/a/01","value":3}]
            an index below zero    | {"a":[1,2]} | [{"op":"replace","path":"/a/-1","value":3}]
            an index as a power    | {"a":[1,2]} | [{"op":"test","path":"/a/1e0","value":2}]
            the end is nothing     | {"a":[1]} | [{"op":"remove","path":"/a/-"}]
            through a number       | {"a":1} | [{"op":"add","path":"/a/b","value":1}]
            move into itself       | {"a":{"b":1}} | [{"op":"move","from":"/a","path":"/a/c"}]
            remove everything      | {"a":1} | [{"op":"remove","path":""}]
            no pointer             | {"a":1} | [{"op":"add","path":"b","value":1}]
            a bad escape           | {"a":1} | [{"op":"add","path":"/~2","value":1}]
            an unknown op          | {"a":1} | [{"op":"spam","path":"/b","value":1}]
            no op                  | {"a":1} | [{"path":"/b","value":1}]
            no path                | {"a":1} | [{"op":"add","value":1}]
            no value               | {"a":1} | [{"op":"add","path":"/b"}]
            no from                | {"a":1} | [{"op":"move","path":"/b"}]
            """)
    void refuses(String name, String document, String patch) {
        assertThatThrownBy(() -> apply(document, patch))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(Failure.Invalid.class));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A.9 another value      | {"baz":"qux"} | [{"op":"test","path":"/baz","value":"bar"}]
            A.15 a text, no number | {"/":9,"~1":10} | [{"op":"test","path":"/~01","value":"10"}]
            another order          | {"a":[1,2]} | [{"op":"test","path":"/a","value":[2,1]}]
            another member         | {"a":{"b":1}} | [{"op":"test","path":"/a","value":{"c":1}}]
            """)
    void failsTests(String name, String document, String patch) {
        assertThatThrownBy(() -> apply(document, patch))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(Failure.Conflict.class));
    }

    @Test
    void leavesTheDocumentAsItIs() {
        JsonNode document = JSON.readTree("{\"a\":[1]}");
        JsonPatch.of(operations("[{\"op\":\"add\",\"path\":\"/a/-\",\"value\":2}]"))
                .apply(document);
        assertThat(document).isEqualTo(JSON.readTree("{\"a\":[1]}"));
    }

    @Test
    void doesNotLetCopiesSwell() {
        String doubling = "{\"op\":\"copy\",\"from\":\"\",\"path\":\"/b\"}";
        String patch = "[" + doubling + ("," + doubling).repeat(40) + "]";
        JsonNode nested = apply("{\"a\":1}", patch);
        assertThat(nested.get("b").get("b").get("a").asInt()).isEqualTo(1);
        StringBuilder bomb = new StringBuilder("[");
        for (int i = 0; i < 40; i++) {
            bomb.append(i == 0 ? "" : ",").append("{\"op\":\"copy\",\"from\":\"\",\"path\":\"/" + i + "\"}");
        }
        assertThatThrownBy(() -> apply("{}", bomb.append(']').toString()))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(Failure.TooLarge.class));
    }

    private static JsonNode apply(String document, String patch) {
        return JsonPatch.of(operations(patch)).apply(JSON.readTree(document));
    }

    private static List<JsonPatchOperation> operations(String patch) {
        return JSON.readValue(patch, new TypeReference<>() {});
    }
}
