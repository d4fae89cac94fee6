package io.plumbline.store.sql;

/**
 * What a database does at the moment and has done since it was opened.
 *
 * @param writes write transactions that came to an end, well or badly
 * @param commits commits they took: fewer, where several were committed as a group
 * @param waitingWrites write transactions that wait for their turn now
 * @param activeConnections pooled connections in use now
 * @param idleConnections pooled connections not in use now
 * @param waitingForConnection threads that wait for a pooled connection now
 */
public record DatabaseStatistics(
        long writes,
        long commits,
        int waitingWrites,
        int activeConnections,
        int idleConnections,
        int waitingForConnection) {}
