package io.plumbline.benchmarks.server;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * A question that a server and plain DuckDB are asked.
 *
 * @param title what it asks
 * @param server asks the server; gives how many rows came back
 * @param sql the same for DuckDB, one statement after the other; none where there is nothing alike
 */
record Question(String title, Callable<Integer> server, List<String> sql) {}
