package io.plumbline.dialects.modellab;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.modellab.wire.PageFigures;
import io.plumbline.dialects.modellab.wire.PageLinks;
import io.plumbline.http.Call;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagingTest {
    private static final String RUNS = "/api/v2/model-lab-api/runs";

    private static Call call(String target) {
        return new Call(Optional.empty(), "1", name -> List.of(), URI.create("https://host"), target, Map.of());
    }

    @Test
    void theFirstPageIsNumberedZeroAsRecorded() {
        PageFigures figures = Paging.of(null, null).meta(403).page();
        assertThat(figures)
                .isEqualTo(new PageFigures(PageFigures.TypeEnum.NUMBER_SIZE, 0L, 25L, 403L, 0L, null, 1L, 16L));
        assertThat(ModelLabJson.mapper().writeValueAsString(figures))
                .isEqualTo("{\"type\":\"number_size\",\"number\":0,\"size\":25,\"total\":403,\"first_number\":0,"
                        + "\"prev_number\":null,\"next_number\":1,\"last_number\":16}");
    }

    @Test
    void theLastPageHasNoNext() {
        PageFigures last = new Paging(25, 16).meta(403).page();
        assertThat(last.nextNumber()).isNull();
        assertThat(last.prevNumber()).isEqualTo(15);
        assertThat(new Paging(25, 15).meta(400).page().nextNumber()).isNull();
        assertThat(new Paging(25, 15).meta(401).page().nextNumber()).isEqualTo(16);
    }

    @Test
    void noEntriesAreOnePage() {
        PageFigures only = Paging.of(null, null).meta(0).page();
        assertThat(only.lastNumber()).isZero();
        assertThat(only.nextNumber()).isNull();
    }

    @Test
    void theCoreIsAskedForTheEntriesOfThePage() {
        assertThat(new Paging(10, 3).request().offset()).isEqualTo(30);
        assertThat(new Paging(10, 3).request().size()).isEqualTo(10);
    }

    @Test
    void linksAreAsRecorded() {
        assertThat(Paging.of(null, null).links(call(RUNS), 403))
                .isEqualTo(new PageLinks(
                        "https://host" + RUNS,
                        "https://host" + RUNS + "?page[number]=0&page[size]=25",
                        "https://host" + RUNS + "?page[number]=16&page[size]=25",
                        "https://host" + RUNS + "?page[number]=1&page[size]=25",
                        null));
    }

    @Test
    void linksKeepTheOtherParameters() {
        String filters = "filter%5Bproject_id%5D=7&sort=-name";
        PageLinks links = new Paging(2, 1).links(call(RUNS + "?page%5Bsize%5D=2&" + filters + "&page[number]=1"), 3);
        assertThat(links.self()).isEqualTo("https://host" + RUNS + "?page%5Bsize%5D=2&" + filters + "&page[number]=1");
        assertThat(links.prev()).isEqualTo("https://host" + RUNS + "?" + filters + "&page[number]=0&page[size]=2");
        assertThat(links.next()).isNull();
    }
}
