package io.plumbline.server.command;

import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.comparison.TableDataSet;
import io.plumbline.measures.profile.ProfileFile;
import io.plumbline.measures.table.Schema;
import java.util.Optional;

/** Opens data sets. What it opened is closed with it. */
public interface DataSource extends AutoCloseable {

    /**
     * Opens a file, several files named by a pattern, or a file of profiles.
     *
     * @throws io.plumbline.measures.table.TableException where it cannot be read
     */
    DataSet open(String location, Schema schema);

    /**
     * Opens files whose rows are needed.
     *
     * @throws io.plumbline.measures.table.TableException where they cannot be read, and for a file of profiles
     */
    TableDataSet openRows(String location, Schema schema);

    /**
     * Profiles every column of a data set.
     *
     * @param baseline a file of profiles whose bins are to be counted over; empty to count each column over its own deciles
     * @throws io.plumbline.measures.table.TableException where it cannot be read, and for a file of profiles
     */
    ProfileFile profile(String location, Schema schema, Optional<String> baseline, Progress progress);

    @Override
    void close();
}
