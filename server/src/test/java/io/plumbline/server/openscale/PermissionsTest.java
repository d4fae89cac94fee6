package io.plumbline.server.openscale;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.identity.Role;
import io.plumbline.server.openscale.RunningServer.Answer;
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
class PermissionsTest {
    private static final Map<String, Role> USERS = Map.of(
            RunningServer.ADMIN, Role.ADMIN, RunningServer.EDITOR, Role.EDITOR, RunningServer.VIEWER, Role.VIEWER);

    private RunningServer server;
    private Workspace workspace;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        server = RunningServer.start(data.resolve("data"));
        workspace = Workspace.in(server);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    private static Stream<ContractOperation> guarded() {
        return ContractOperation.all().stream().filter(operation -> !operation.isPublic());
    }

    @Test
    void nobodyAndWrongCredentialsAreRefused() {
        assertThat(guarded()).hasSizeGreaterThan(100).allSatisfy(operation -> {
            for (String prefix : prefixes(operation)) {
                String path = prefix + workspace.path(operation);
                assertThat(server.call(null, operation.method(), path, "{}").status())
                        .isEqualTo(401);
                assertThat(server.call("nobodys", operation.method(), path, "{}")
                                .status())
                        .isEqualTo(401);
            }
        });
    }

    /** Where it answers: operations of OpenScale also below the caller's instance. */
    private static List<String> prefixes(ContractOperation operation) {
        return ContractOperation.ofOpenScale().contains(operation)
                ? List.of("", "/openscale/" + RunningServer.instance(RunningServer.OURS))
                : List.of("");
    }

    @Test
    void whoLacksThePermissionIsRefused() {
        assertThat(guarded())
                .allSatisfy(operation -> USERS.forEach((user, role) -> {
                    if (!role.holds(operation.permission())) {
                        Answer refused = server.call(user, operation.method(), workspace.path(operation), "{}");
                        assertThat(refused.status()).as(user + " " + operation).isEqualTo(403);
                    }
                }));
    }

    @Test
    void whoHasThePermissionIsNotRefused() {
        assertThat(guarded().filter(operation -> !operation.method().equals("DELETE")))
                .allSatisfy(operation -> USERS.forEach((user, role) -> {
                    if (role.holds(operation.permission())) {
                        Answer answer = server.call(user, operation.method(), workspace.path(operation), "[]");
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
    void anotherOrganizationFindsNothing() {
        Map<String, String> before = workspace.asItIs();
        List<ContractOperation> byId = guarded()
                .filter(operation -> !operation.isAbsent())
                .filter(workspace::names)
                .toList();
        assertThat(byId).hasSizeGreaterThan(25).allSatisfy(operation -> {
            Answer answer = server.call(
                    RunningServer.STRANGER,
                    operation.method(),
                    workspace.path(operation),
                    Workspace.validBody(operation));
            assertThat(answer.status()).as(operation + " " + answer.text()).isEqualTo(404);
        });
        assertThat(workspace.asItIs()).isEqualTo(before);
    }

    @Test
    void anotherOrganizationSeesNothingInLists() {
        assertThat(guarded()
                        .filter(operation ->
                                !operation.isAbsent() && operation.method().equals("GET"))
                        .filter(operation -> !operation.path().contains("{")))
                .hasSizeGreaterThan(8)
                .allSatisfy(operation -> {
                    Answer theirs = server.call(RunningServer.STRANGER, "GET", operation.path(), null);
                    assertThat(workspace.ids()).noneMatch(theirs.text()::contains);
                });
    }

    @Test
    void theInstanceOfAnotherOrganizationIsNotFound() {
        assertThat(guarded().filter(ContractOperation.ofOpenScale()::contains)).allSatisfy(operation -> {
            for (String prefix : List.of("/", "/openscale/")) {
                String path = prefix + RunningServer.instance(RunningServer.OURS) + workspace.path(operation);
                assertThat(server.call(RunningServer.STRANGER, operation.method(), path, "{}")
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
        });
    }
}
