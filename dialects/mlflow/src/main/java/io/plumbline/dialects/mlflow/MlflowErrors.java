package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.dialects.mlflow.wire.ErrorReport;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.http.ErrorAnswer;
import io.plumbline.http.ErrorTable;
import io.plumbline.http.HttpFailure;

/** How this dialect says that something failed: MLflow's codes, with the statuses that MLflow's server gives them. */
public final class MlflowErrors implements ErrorTable {
    @Override
    public ErrorAnswer answer(Failure failure, String requestId) {
        return switch (failure) {
            case Failure.Invalid invalid -> report(400, "INVALID_PARAMETER_VALUE", invalid.message());
            case Failure.Conflict conflict -> report(400, "INVALID_PARAMETER_VALUE", conflict.message());
            case Failure.AlreadyExists taken -> report(400, "RESOURCE_ALREADY_EXISTS", taken.message());
            case Failure.Unauthenticated unauthenticated -> report(401, "UNAUTHENTICATED", unauthenticated.message());
            case Failure.Forbidden forbidden -> report(403, "PERMISSION_DENIED", forbidden.message());
            case Failure.NotFound missing -> report(404, "RESOURCE_DOES_NOT_EXIST", shown(missing));
            case Failure.Stale stale -> report(409, "RESOURCE_CONFLICT", stale.message());
            case Failure.TooLarge large -> report(413, "INVALID_PARAMETER_VALUE", large.message());
            case Failure.Unreachable unreachable -> report(424, "INVALID_STATE", unreachable.message());
            case Failure.Busy busy -> report(429, "REQUEST_LIMIT_EXCEEDED", busy.message());
            case Failure.NotSupported absent -> report(501, "NOT_IMPLEMENTED", absent.message());
            case Failure.StorageFull full -> report(507, "RESOURCE_LIMIT_EXCEEDED", full.message());
        };
    }

    @Override
    public ErrorAnswer answer(HttpFailure failure, String requestId) {
        return switch (failure) {
            case HttpFailure.UnknownPath unknown -> report(404, "ENDPOINT_NOT_FOUND", unknown.message());
            case HttpFailure.MethodNotAllowed method -> report(405, "BAD_REQUEST", method.message());
            case HttpFailure.TimedOut slow -> report(408, "BAD_REQUEST", slow.message());
            case HttpFailure.UnsupportedContentType type -> report(415, "BAD_REQUEST", type.message());
            case HttpFailure.Unexpected unexpected ->
                report(500, "INTERNAL_ERROR", unexpected.message() + " (" + requestId + ")");
        };
    }

    /** Callers know a thing by its id in this dialect's costume. */
    private static String shown(Failure.NotFound missing) {
        return Id.parse(missing.id())
                .map(id -> missing.message().replace(missing.id(), WireId.of(id)))
                .orElse(missing.message());
    }

    private static ErrorAnswer report(int status, String code, String message) {
        return new ErrorAnswer(
                status, ErrorReport.builder().errorCode(code).message(message).build());
    }
}
