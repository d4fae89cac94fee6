package io.plumbline.server.keys;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Grants as people write and read them. */
final class Grants {
    private Grants() {}

    static Grant of(Role role, @Nullable String project) {
        return new Grant(role, Optional.ofNullable(project).map(Grants::id));
    }

    private static Id id(String project) {
        return Id.parse(project).orElseThrow(() -> PlumblineException.notFound("project", project));
    }

    static String text(List<Grant> grants) {
        return grants.isEmpty() ? "none" : grants.stream().map(Grants::text).collect(Collectors.joining(", "));
    }

    private static String text(Grant grant) {
        String role = grant.role().name().toLowerCase(Locale.ROOT);
        return grant.project().map(project -> role + " in " + project).orElse(role);
    }
}
