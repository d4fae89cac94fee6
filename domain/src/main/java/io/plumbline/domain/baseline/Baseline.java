package io.plumbline.domain.baseline;

import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Resource;
import io.plumbline.domain.measurement.Window;
import java.time.Duration;

/**
 * What the records of a model are compared with.
 *
 * @param header id, owner and history
 * @param model whose records are compared
 * @param name for people
 * @param source which records it is made of
 */
public record Baseline(Header header, Id model, String name, Source source) implements Resource<Baseline> {
    @Override
    public Baseline with(Header newHeader) {
        return new Baseline(newHeader, model, name, source);
    }

    /** Which records a baseline is made of. */
    public sealed interface Source {
        /** The dataset that holds them. */
        Id dataset();
    }

    /** All records of a dataset, mostly those that the model was trained on. They are profiled when they are compared with after a change of them. */
    public record Training(Id dataset) implements Source {}

    /** The records of a fixed window. They are profiled once, when they are first compared with. */
    public record Fixed(Id dataset, Window window) implements Source {}

    /**
     * The records of a window that ends so long before the window that is looked at.
     *
     * @param dataset that holds them
     * @param length how long it is
     * @param gap between its end and the window that is looked at
     */
    public record Moving(Id dataset, Duration length, Duration gap) implements Source {
        /** Checks both. */
        public Moving {
            if (!length.isPositive() || gap.isNegative()) {
                throw PlumblineException.invalid(
                        "baseline", "a moving baseline has a length, and its gap is not negative");
            }
        }

        /** The window that this one is compared with. */
        public Window before(Window window) {
            return new Window(
                    window.from().minus(gap).minus(length), window.from().minus(gap));
        }
    }
}
