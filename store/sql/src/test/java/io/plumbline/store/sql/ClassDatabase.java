package io.plumbline.store.sql;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A {@link TestDatabase} that all tests of a class share. */
final class ClassDatabase implements BeforeAllCallback, AfterAllCallback {
    private final TestDatabase shared;

    ClassDatabase(TestDatabase shared) {
        this.shared = shared;
    }

    Database database() {
        return shared.database();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        shared.beforeEach(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        shared.afterEach(context);
    }
}
