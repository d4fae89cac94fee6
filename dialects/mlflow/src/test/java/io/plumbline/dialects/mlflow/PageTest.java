package io.plumbline.dialects.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.testkit.Contract;
import io.plumbline.dialects.testkit.DialectPageSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page for users says of each operation what the contract says. */
class PageTest extends DialectPageSuite {
    private static final Contract READ = ConventionsTest.READ;
    private static final Path PAGE = Path.of("../../docs/dialects/mlflow.md");

    PageTest() {
        super(READ, PAGE);
    }

    @Test
    void allOperationsAreCounted() throws IOException {
        assertThat(Files.readString(PAGE)).contains("Of " + READ.operations().size() + " operations ");
    }
}
