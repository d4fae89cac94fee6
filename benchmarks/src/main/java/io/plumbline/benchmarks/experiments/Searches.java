package io.plumbline.benchmarks.experiments;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;

/** Questions about many runs of one experiment. */
final class Searches {
    /** Runs of an answer. */
    static final int PAGE = 50;

    private static final int TEXTS = 1_000;

    private final String title;
    private final TrackingApi api;
    private final String experiment;
    private final SearchedRuns searched;
    private final int questions;
    private final DoubleSupplier processorSeconds;
    private final Random random = new Random(7);

    /**
     * Those that are asked of a server.
     *
     * @param title of the server
     * @param experiment the decimal id of the one that the runs are in
     * @param questions how many of each kind
     * @param processorSeconds the processor time that the server has taken
     */
    Searches(
            String title,
            TrackingApi api,
            String experiment,
            SearchedRuns searched,
            int questions,
            DoubleSupplier processorSeconds) {
        this.title = title;
        this.api = api;
        this.experiment = experiment;
        this.searched = searched;
        this.questions = questions;
        this.processorSeconds = processorSeconds;
    }

    /** Searches by conditions of any strength, each for 50 runs with all that they logged. */
    void search() throws Exception {
        search("a metric, ordered by a metric", this::byMetric, this::anyMetric);
        search("two metrics, ordered by a metric", this::byTwoMetrics, this::anyMetric);
        search("a metric, newest first", this::byMetric, () -> anyWay("attributes.start_time"));
        search("a text param, ordered by a metric", this::byParam, this::anyMetric);
        search("a metric, ordered by a param", this::byMetric, () -> anyWay("params.rate"));
    }

    /** Lists of runs over Model Lab's API, each with the count of all that are found. */
    void lists() throws Exception {
        list("by name", () -> "&sort=name");
        list("by a text in the name", () -> "&filter=run%20" + random.nextInt(TEXTS));
        list("pinned first", () -> "&pinned_first=true");
        list("of a param, by name", () -> "&sort=name&filter%5Bparams%5D=rate:%3E" + random.nextDouble());
        list("longest first", () -> "&sort=-duration");
    }

    /** One kind of lists, by what it is asked besides the experiment and the size of a page. */
    void list(String what, Part parameters) throws Exception {
        Latencies.print(
                "%-10s list of %,d runs %s".formatted(title, searched.runs(), what),
                questions,
                processorSeconds,
                _ -> api.modelLab(
                        "runs?filter%5Bproject_id%5D=" + experiment + "&page%5Bsize%5D=" + PAGE + parameters.text()));
    }

    /** Searches so often without counting it, as a server is asked that has compiled what it needs. */
    void warmUp(int searches) throws Exception {
        for (int i = 0; i < searches; i++) {
            question(i % 2 == 0 ? byTwoMetrics() : byParam(), anyMetric()).call();
        }
    }

    /** A part of a question, another one each time. */
    interface Part {
        String text();
    }

    /** One kind of searches, by a filter and an order with its direction. */
    void search(String what, Part filter, Part order) throws Exception {
        Latencies.print(
                "%-10s search of %,d runs by %s".formatted(title, searched.runs(), what),
                questions,
                processorSeconds,
                _ -> question(filter.text(), order.text()));
    }

    private Callable<byte[]> question(String filter, String order) {
        return api.search("{\"experiment_ids\":[\"" + experiment + "\"],\"max_results\":" + PAGE + ",\"filter\":\""
                + filter + "\",\"order_by\":[\"" + order + "\"]}");
    }

    private String byMetric() {
        int place = random.nextInt(searched.metrics());
        return "metrics." + SearchedRuns.metric(place)
                + (random.nextBoolean() ? " > " : " < ")
                + (place + SearchedRuns.SPREAD * random.nextDouble());
    }

    private String byTwoMetrics() {
        return byMetric() + " and " + byMetric();
    }

    private String byParam() {
        return "params.model = 'model " + random.nextInt(20) + "'";
    }

    private String anyMetric() {
        return anyWay("metrics." + SearchedRuns.metric(random.nextInt(searched.metrics())));
    }

    private String anyWay(String order) {
        return order + (random.nextBoolean() ? " ASC" : " DESC");
    }

    /** What runs can be filtered by, over Model Lab's API. */
    void facets() throws Exception {
        facet("keys", () -> "facet-keys?filter%5Bproject_id%5D=" + experiment);
        facet("a metric", () -> values("metric", SearchedRuns.metric(random.nextInt(searched.metrics()))));
        facet("a param of numbers", () -> values("parameter", "rate"));
        facet("a param of texts", () -> values("parameter", "model"));
    }

    private String values(String type, String name) {
        return "facet-values?filter%5Bproject_id%5D=" + experiment + "&facet_type=" + type + "&facet_name=" + name;
    }

    private void facet(String what, Part path) throws Exception {
        Latencies.print(
                "%-10s facets of %,d runs: %s".formatted(title, searched.runs(), what),
                questions,
                processorSeconds,
                _ -> api.modelLab(path.text()));
    }
}
