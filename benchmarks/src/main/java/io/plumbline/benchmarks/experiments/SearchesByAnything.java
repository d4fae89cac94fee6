package io.plumbline.benchmarks.experiments;

import java.util.Random;

/** Searches by all else that filters and orders may say, so that none is slow which nobody thought of. */
final class SearchesByAnything {
    private static final String NEWEST = "attributes.start_time DESC";
    private static final long FIRST_START = 1_767_225_600_000L;
    private static final long MILLIS_APART = 60_000;

    private final Searches searches;
    private final SearchedRuns searched;
    private final Random random = new Random(11);

    /** Of these runs. */
    SearchesByAnything(Searches searches, SearchedRuns searched) {
        this.searches = searches;
        this.searched = searched;
    }

    /** All of them, over both APIs. */
    void all() throws Exception {
        conditions();
        texts();
        orders();
        listFilters();
        listOrders();
    }

    private void conditions() throws Exception {
        searches.search("status =", () -> "status = 'FAILED'", this::anyMetric);
        searches.search("status = most, newest", () -> "status = 'FINISHED'", () -> NEWEST);
        searches.search("status !=", () -> "status != 'FINISHED'", this::anyMetric);
        searches.search("start >", () -> "start_time > " + anyTime(), this::anyMetric);
        searches.search("end <", () -> "end_time < " + anyTime(), this::anyMetric);
        searches.search("user =", () -> "user_id = 'user " + anyOwner() + "'", this::anyMetric);
        searches.search("user !=, newest", () -> "user_id != 'user " + anyOwner() + "'", () -> NEWEST);
        searches.search("tag =", () -> "tags.stage = 'stage " + random.nextInt(5) + "'", this::anyMetric);
        searches.search("tag !=", () -> "tags.stage != 'stage " + random.nextInt(5) + "'", this::anyMetric);
        searches.search("tag = status =", () -> "tags.stage = 'stage 3' and status = 'FAILED'", this::anyMetric);
        searches.search("param !=", () -> "params.model != 'model " + random.nextInt(20) + "'", this::anyMetric);
        searches.search("param in", () -> "params.model in ('model 1', 'model 7')", this::anyMetric);
        searches.search("metric is null", () -> "metrics.none is null", this::anyMetric);
    }

    private void texts() throws Exception {
        searches.search("name =", () -> "run_name = 'run " + anyRun() + "'", this::anyMetric);
        searches.search("name like", () -> "run_name like '%" + random.nextInt(1_000) + "%'", this::anyMetric);
        searches.search("name ilike all", () -> "run_name ilike 'RUN %'", this::anyMetric);
        searches.search("tag like", () -> "tags.commit like '%" + anyHex() + "%'", this::anyMetric);
        searches.search("tag ilike few", () -> "tags.stage ilike 'STAGE " + random.nextInt(5) + "'", this::anyMetric);
        searches.search("param like", () -> "params.model like '%" + random.nextInt(20) + "'", this::anyMetric);
        searches.search("param ilike", () -> "params.rate ilike '0." + random.nextInt(100) + "%'", this::anyMetric);
    }

    private void orders() throws Exception {
        searches.search("newest", () -> "", () -> NEWEST);
        for (String order : new String[] {
            "start_time", "end_time", "end_time DESC", "status", "status DESC", "user_id", "run_id", "run_name DESC"
        }) {
            searches.search("order " + order, () -> "", () -> "attributes." + order);
        }
        searches.search("order metric", () -> "", this::anyMetric);
        searches.search("order param", () -> "", () -> "params.model DESC");
        searches.search("order tag", () -> "", () -> "tags.stage");
        searches.search("order param, metric", this::byMetric, () -> "params.model\",\"" + anyMetric());
        searches.search("metric, order status", this::byMetric, () -> "attributes.status");
        searches.search("metric, order end", this::byMetric, () -> "attributes.end_time DESC");
    }

    private void listFilters() throws Exception {
        searches.list("status", () -> "&filter%5Bstatus%5D=FAILED");
        searches.list("most statuses", () -> "&filter%5Bstatus%5D=COMPLETED");
        searches.list("tag", () -> "&filter%5Btags%5D=stage:stage%20" + random.nextInt(5));
        searches.list("no parent", () -> "&filter%5Bparent_run_id%5D=null");
        searches.list("of parent", () -> "&filter%5Bparent_run_id%5D=" + (1 + anyRun()));
        searches.list(
                "no parent, below of param",
                () -> "&filter%5Bparent_run_id%5D=null&include_descendant_matches=true&filter%5Bparams%5D=rate:%3E"
                        + random.nextDouble());
        searches.list(
                "param or pinned", () -> "&include_pinned=true&filter%5Bparams%5D=rate:%3E" + random.nextDouble());
        searches.list("text, longest", () -> "&sort=-duration&filter=" + random.nextInt(1_000));
        searches.list("text in notes", () -> "&filter=THE%20DAY%20" + random.nextInt(100));
        searches.list("text of all", () -> "&filter=UN");
    }

    private void listOrders() throws Exception {
        for (String order : new String[] {"-created_at", "created_at", "updated_at", "-updated_at", "duration"}) {
            searches.list("sort=" + order, () -> "&sort=" + order);
        }
        for (String order : new String[] {"", "&sort=name", "&sort=-duration"}) {
            searches.list("any page" + order, () -> order + "&page%5Bnumber%5D=" + random.nextInt(pages()));
        }
    }

    private int pages() {
        return Math.max(1, searched.runs() / Searches.PAGE);
    }

    private int anyRun() {
        return random.nextInt(searched.runs());
    }

    private int anyOwner() {
        return random.nextInt(SearchedRuns.OWNERS);
    }

    private long anyTime() {
        return FIRST_START + anyRun() * MILLIS_APART;
    }

    private String anyHex() {
        return Integer.toHexString(random.nextInt(4_096));
    }

    private String byMetric() {
        int place = random.nextInt(searched.metrics());
        return "metrics." + SearchedRuns.metric(place) + " > " + (place + SearchedRuns.SPREAD * random.nextDouble());
    }

    private String anyMetric() {
        return "metrics." + SearchedRuns.metric(random.nextInt(searched.metrics()))
                + (random.nextBoolean() ? " ASC" : " DESC");
    }
}
