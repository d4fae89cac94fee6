package io.plumbline.server.command;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Constants by the names that users write. */
final class Labels {
    private Labels() {}

    /** The constant that is written so. */
    static <E> Optional<E> find(String text, E[] constants, Function<E, String> label) {
        return Arrays.stream(constants)
                .filter(constant -> label.apply(constant).equals(text))
                .findFirst();
    }

    /** All that can be written, for a message. */
    static <E> String all(E[] constants, Function<E, String> label) {
        return Arrays.stream(constants).map(label).collect(Collectors.joining(", "));
    }
}
