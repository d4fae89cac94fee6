package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.Baseline;
import io.plumbline.dialects.nativeapi.wire.BaselinePage;
import io.plumbline.dialects.nativeapi.wire.BaselineRequest;
import io.plumbline.dialects.nativeapi.wire.BaselinesApi;
import io.plumbline.domain.Id;
import io.plumbline.domain.baseline.Baselines;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.registration.Registration;
import io.plumbline.http.Answer;
import io.plumbline.http.Call;
import java.util.Optional;
import java.util.stream.Stream;

/** What monitors compare records with. */
public final class BaselinesAdapter implements BaselinesApi {
    private final Baselines baselines;
    private final Registration models;

    /** Over these baselines of these models. */
    public BaselinesAdapter(Baselines baselines, Registration models) {
        this.baselines = baselines;
        this.models = models;
    }

    @Override
    public Answer<Baseline> addBaseline(Call call, BaselineRequest body) {
        Model model = models.find(call.caller(), WireId.of("model", body.modelId()));
        io.plumbline.domain.baseline.Baseline.Source source = BaselineSources.source(body.source());
        Baseline added = wire(baselines.add(
                call.caller(),
                model,
                header -> new io.plumbline.domain.baseline.Baseline(header, model.id(), body.name(), source)));
        return Answer.of(added).withHeader("Location", NativeDialect.PREFIX + "/baselines/" + added.id());
    }

    @Override
    public BaselinePage listBaselines(Call call, ListBaselinesQuery query) {
        Optional<Id> model = Optional.ofNullable(query.modelId()).map(id -> WireId.of("model", id));
        Stream<io.plumbline.domain.baseline.Baseline> all = baselines.list(call.caller()).stream()
                .filter(baseline -> model.isEmpty() || baseline.model().equals(model.get()));
        Page<io.plumbline.domain.baseline.Baseline> page = Page.byId(all, query.limit(), query.cursor());
        return BaselinePage.builder()
                .baselines(page.items().stream().map(BaselinesAdapter::wire).toList())
                .nextCursor(page.next())
                .build();
    }

    @Override
    public Baseline getBaseline(Call call, String baselineId) {
        return wire(baselines.find(call.caller(), WireId.of("baseline", baselineId)));
    }

    @Override
    public void removeBaseline(Call call, String baselineId) {
        baselines.remove(call.caller(), WireId.of("baseline", baselineId));
    }

    private static Baseline wire(io.plumbline.domain.baseline.Baseline baseline) {
        return Baseline.builder()
                .id(baseline.id().toString())
                .modelId(baseline.model().toString())
                .projectId(baseline.header().project().map(Id::toString).orElse(null))
                .name(baseline.name())
                .source(BaselineSources.wire(baseline.source()))
                .createdAt(baseline.header().stamp().createdAt())
                .createdBy(baseline.header().stamp().createdBy())
                .build();
    }
}
