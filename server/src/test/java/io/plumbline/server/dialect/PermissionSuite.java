package io.plumbline.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.identity.Role;
import io.plumbline.server.dialect.RunningServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the contract, called by nobody, by every role, and by the administrator of another organization. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PermissionSuite {
    private static final Map<String, Role> USERS = Map.of(
            RunningServer.ADMIN, Role.ADMIN, RunningServer.EDITOR, Role.EDITOR, RunningServer.VIEWER, Role.VIEWER);

    private final DialectContract contract;
    private final int least;
    private final int leastById;
    private RunningServer server;
    private Samples samples;

    /**
     * Over the operations of a dialect.
     *
     * @param least how many there are that need a credential, at least
     * @param leastById how many of them name something that is there, at least
     */
    protected PermissionSuite(String dialect, int least, int leastById) {
        this.contract = DialectContract.of(dialect);
        this.least = least;
        this.leastById = leastById;
    }

    /** Makes what operations are called with. */
    protected abstract Samples samples(RunningServer on);

    /** The server. */
    protected RunningServer server() {
        return server;
    }

    /** What operations are called with. */
    protected Samples samples() {
        return samples;
    }

    /** The operations that need a credential. */
    protected Stream<ContractOperation> guarded() {
        return contract.guarded();
    }

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        server = RunningServer.start(data.resolve("data"));
        samples = samples(server);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    protected void nobodyAndWrongCredentialsAreRefused() {
        assertThat(guarded()).hasSizeGreaterThanOrEqualTo(least).allSatisfy(operation -> {
            String target = samples.target(operation);
            assertThat(server.call(null, operation.method(), target, "{}").status())
                    .as(operation.toString())
                    .isEqualTo(401);
            assertThat(server.call("nobodys", operation.method(), target, "{}").status())
                    .as(operation.toString())
                    .isEqualTo(401);
        });
    }

    @Test
    protected void whoLacksThePermissionIsRefused() {
        assertThat(guarded())
                .allSatisfy(operation -> USERS.forEach((user, role) -> {
                    if (!role.holds(operation.permission())) {
                        Answer refused = server.call(user, operation.method(), samples.target(operation), "{}");
                        assertThat(refused.status()).as(user + " " + operation).isEqualTo(403);
                    }
                }));
    }

    @Test
    protected void whoHasThePermissionIsNotRefused() {
        assertThat(guarded().filter(operation -> !operation.method().equals("DELETE")))
                .allSatisfy(operation -> USERS.forEach((user, role) -> {
                    if (role.holds(operation.permission())) {
                        Answer answer = server.call(user, operation.method(), samples.target(operation), "[]");
                        assertThat(answer.status())
                                .as(user + " " + operation + " " + answer.text())
                                .isNotIn(401, 403);
                        assertThat(answer.status() == 501)
                                .as(operation.toString())
                                .isEqualTo(operation.isAbsent());
                    }
                }));
    }

    @Test
    protected void anotherOrganizationFindsNothing() {
        Map<String, String> before = samples.asItIs();
        List<ContractOperation> byId = guarded()
                .filter(operation -> !operation.isAbsent())
                .filter(samples::names)
                .toList();
        assertThat(byId).hasSizeGreaterThanOrEqualTo(leastById).allSatisfy(operation -> {
            Answer answer = server.call(
                    RunningServer.STRANGER,
                    operation.method(),
                    samples.target(operation),
                    operation.bodyType(),
                    operation.sampleBody());
            assertThat(answer.status()).as(operation + " " + answer.text()).isEqualTo(404);
        });
        assertThat(samples.asItIs()).isEqualTo(before);
    }

    @Test
    protected void anotherOrganizationSeesNothingInLists() {
        assertThat(guarded()
                        .filter(operation ->
                                !operation.isAbsent() && operation.method().equals("GET"))
                        .filter(operation -> !operation.path().contains("{")))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    Answer theirs = server.call(RunningServer.STRANGER, "GET", samples.target(operation), null);
                    assertThat(samples.ids()).noneMatch(theirs.text()::contains);
                });
    }
}
