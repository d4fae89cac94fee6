package io.plumbline.dialects.openscale;

import io.plumbline.dialects.openscale.wire.ErrorItem;
import io.plumbline.dialects.openscale.wire.ErrorReport;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.http.ErrorAnswer;
import io.plumbline.http.ErrorTable;
import io.plumbline.http.HttpFailure;
import java.util.List;

/** How this dialect says that something failed. The codes are stable: programs may rely on them. */
public final class OpenScaleErrors implements ErrorTable {
    @Override
    public ErrorAnswer answer(Failure failure, String requestId) {
        return switch (failure) {
            case Failure.Invalid invalid ->
                report(
                        400,
                        "PLB4000E",
                        invalid.message(),
                        invalid.where().stream().toList(),
                        requestId);
            case Failure.Unauthenticated unauthenticated ->
                report(401, "PLB4010E", unauthenticated.message(), List.of(), requestId);
            case Failure.Forbidden forbidden ->
                report(403, "PLB4030E", forbidden.message(), List.of(forbidden.permission()), requestId);
            case Failure.NotFound missing -> about(404, "PLB4040E", missing, missing.id(), requestId);
            case Failure.AlreadyExists taken -> about(409, "PLB4090E", taken, taken.id(), requestId);
            case Failure.Stale stale -> about(409, "PLB4091E", stale, stale.id(), requestId);
            case Failure.Conflict conflict -> report(409, "PLB4092E", conflict.message(), List.of(), requestId);
            case Failure.TooLarge large -> report(413, "PLB4130E", large.message(), List.of(), requestId);
            case Failure.Unreachable unreachable ->
                report(424, "PLB4240E", unreachable.message(), List.of(), requestId);
            case Failure.Busy busy -> report(429, "PLB4290E", busy.message(), List.of(), requestId);
            case Failure.NotSupported absent -> report(501, "PLB5010E", absent.message(), List.of(), requestId);
            case Failure.StorageFull full -> report(507, "PLB5070E", full.message(), List.of(), requestId);
        };
    }

    @Override
    public ErrorAnswer answer(HttpFailure failure, String requestId) {
        return switch (failure) {
            case HttpFailure.UnknownPath unknown -> report(404, "PLB4041E", unknown.message(), List.of(), requestId);
            case HttpFailure.MethodNotAllowed method -> report(405, "PLB4050E", method.message(), List.of(), requestId);
            case HttpFailure.TimedOut slow -> report(408, "PLB4080E", slow.message(), List.of(), requestId);
            case HttpFailure.UnsupportedContentType type ->
                report(415, "PLB4150E", type.message(), type.accepted(), requestId);
            case HttpFailure.Unexpected unexpected ->
                report(500, "PLB5000E", unexpected.message(), List.of(), requestId);
        };
    }

    /** A failure that names a thing by its id, which callers know in this dialect's costume. */
    private static ErrorAnswer about(int status, String code, Failure failure, String id, String requestId) {
        String shown = Id.parse(id).map(WireId::of).orElse(id);
        return report(status, code, failure.message().replace(id, shown), List.of(shown), requestId);
    }

    private static ErrorAnswer report(
            int status, String code, String message, List<String> parameters, String requestId) {
        ErrorItem item = ErrorItem.builder()
                .code(code)
                .message(message)
                .parameters(parameters)
                .build();
        return new ErrorAnswer(
                status,
                ErrorReport.builder().trace(requestId).errors(List.of(item)).build());
    }
}
