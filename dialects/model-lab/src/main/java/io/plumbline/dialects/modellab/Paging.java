package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.wire.PageFigures;
import io.plumbline.dialects.modellab.wire.PageLinks;
import io.plumbline.dialects.modellab.wire.PageMeta;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.http.Call;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for. Pages are numbered from 0.
 *
 * @param size how many there are on a page
 * @param number of the page
 */
record Paging(int size, long number) {
    private static final int USUAL_SIZE = 25;
    private static final Predicate<String> OWN_PARAMETER = Pattern.compile(
                    "page(\\[|%5B)(size|number)(]|%5D)=.*", Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();

    /** As the parameters say, where they are given. */
    static Paging of(@Nullable Integer size, @Nullable Long number) {
        return new Paging(Objects.requireNonNullElse(size, USUAL_SIZE), Objects.requireNonNullElse(number, 0L));
    }

    /** The same page, as the core is asked for it. */
    PageRequest request() {
        return PageRequest.counted(size, number * size);
    }

    /** Where it stands among so many entries. */
    PageMeta meta(long total) {
        return PageMeta.builder()
                .page(PageFigures.builder()
                        .type(PageFigures.TypeEnum.NUMBER_SIZE)
                        .number(number)
                        .size((long) size)
                        .total(total)
                        .firstNumber(0L)
                        .prevNumber(previous())
                        .nextNumber(next(total))
                        .lastNumber(last(total))
                        .build())
                .build();
    }

    /** The addresses of this page and of others, with the other parameters of the call. */
    PageLinks links(Call call, long total) {
        return PageLinks.builder()
                .self(call.baseUrl() + call.target())
                .first(link(call, 0L))
                .last(link(call, last(total)))
                .next(link(call, next(total)))
                .prev(link(call, previous()))
                .build();
    }

    private long last(long total) {
        return Math.max(0, (total - 1) / size);
    }

    private @Nullable Long next(long total) {
        return number < last(total) ? number + 1 : null;
    }

    private @Nullable Long previous() {
        return number == 0 ? null : number - 1;
    }

    private @Nullable String link(Call call, @Nullable Long page) {
        if (page == null) {
            return null;
        }
        String[] target = call.target().split("\\?", 2);
        String query = target.length == 1 ? "" : target[1];
        return Stream.concat(
                        Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty() && !OWN_PARAMETER.test(pair)),
                        Stream.of("page[number]=" + page, "page[size]=" + size))
                .collect(Collectors.joining("&", call.baseUrl() + target[0] + "?", ""));
    }
}
