package io.plumbline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.identity.Permission;
import io.plumbline.http.server.PlainDialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Wire fallback = PlainDialect.wire(Limits.DEFAULT);
    private final Wire one = new Wire("one", fallback.mapper(), fallback.errors(), List.of(), Limits.DEFAULT);
    private final Wire two = new Wire("two", fallback.mapper(), fallback.errors(), List.of(), Limits.DEFAULT);
    private final Routes routes = new Routes(fallback);

    @Test
    void aTextWinsOverAParameterInWhateverOrder() {
        add("GET", "/a/{id}", one);
        add("GET", "/a/b", one);
        add("GET", "/{any}/c", one);
        assertThat(found("GET", "/a/b")).isEqualTo("/a/b");
        assertThat(found("GET", "/a/x")).isEqualTo("/a/{id}");
        assertThat(found("GET", "/a/c")).isEqualTo("/a/{id}");
        assertThat(found("GET", "/x/c")).isEqualTo("/{any}/c");
    }

    @Test
    void aMethodOfTheParameterIsFoundBesideTheText() {
        add("GET", "/a/b", one);
        add("PATCH", "/a/{id}", one);
        assertThat(found("PATCH", "/a/b")).isEqualTo("/a/{id}");
        assertThat(routes.find("PUT", "/a/b"))
                .isInstanceOfSatisfying(
                        RouteMatch.OtherMethods.class,
                        others -> assertThat(others.allowed()).containsExactly("GET", "PATCH"));
    }

    @Test
    void comesBackFromADeadEnd() {
        add("GET", "/v2/{id}", one);
        add("GET", "/{instance}/v2/{id}", one);
        assertThat(found("GET", "/v2/v2/x")).isEqualTo("/{instance}/v2/{id}");
    }

    @Test
    void theDialectNextToThePathAnswersForIt() {
        add("GET", "/v2/things", one);
        add("GET", "/v2/api/things", two);
        assertThat(routes.find("GET", "/v2/nothing").wire().dialect()).isEqualTo("one");
        assertThat(routes.find("GET", "/v2/api/nothing").wire().dialect()).isEqualTo("two");
        assertThat(routes.find("GET", "/elsewhere").wire().dialect()).isEqualTo("plain");
    }

    @Test
    void readsParametersDecoded() {
        add("GET", "/{first}/x/{second}", one);
        assertThat(routes.find("GET", "/a%2Fb/x/c+d%20e"))
                .isInstanceOfSatisfying(
                        RouteMatch.Found.class,
                        match -> assertThat(match.pathParameters())
                                .isEqualTo(Map.of("first", "a/b", "second", "c+d e")));
        assertThat(routes.find("GET", "//x/y")).isInstanceOf(RouteMatch.Nowhere.class);
    }

    @Test
    void refusesTwoOperationsAtOnePlace() {
        add("GET", "/a/{id}", one);
        assertThatThrownBy(() -> add("GET", "/a/{other}", two)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> add("GET", "/a/{id}.json", two)).isInstanceOf(IllegalStateException.class);
    }

    private void add(String method, String path, Wire wire) {
        routes.add(new Operation(method + path, method, path, Permission.PUBLIC), wire, exchange -> Answer.empty());
    }

    private String found(String method, String path) {
        return routes.find(method, path) instanceof RouteMatch.Found found
                ? found.route().operation().path()
                : "nothing";
    }
}
