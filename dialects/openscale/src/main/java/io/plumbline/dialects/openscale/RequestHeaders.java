package io.plumbline.dialects.openscale;

import io.plumbline.domain.PlumblineException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Headers that callers want sent to their own endpoints. They are shown in answers, so that nothing secret may stand in them. */
public final class RequestHeaders {
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie");

    private RequestHeaders() {}

    /**
     * Checks headers.
     *
     * @param field in which they came
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where one carries a credential
     */
    public static void check(String field, @Nullable Map<String, String> headers) {
        if (headers != null
                && headers.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(SECRET::contains)) {
            throw PlumblineException.invalid(
                    field, "the field " + field + " is shown in answers: send what is secret as credentials");
        }
    }
}
