package io.plumbline.server.command;

import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.table.Schema;
import java.io.IOException;
import java.io.OutputStream;

/** Opens data sets. What it opened is closed with it. */
public interface DataSource extends AutoCloseable {

    /**
     * Opens a file, several files named by a pattern, or stored profiles.
     *
     * @throws io.plumbline.measures.table.TableException where it cannot be read
     */
    DataSet open(String location, Schema schema);

    /** Writes the profiles of all columns of a data set that was opened here. */
    void writeProfile(DataSet data, Progress progress, OutputStream out) throws IOException;

    @Override
    void close();
}
