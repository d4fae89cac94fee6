package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.wire.JsonApiError;
import io.plumbline.dialects.modellab.wire.JsonApiErrorMeta;
import io.plumbline.dialects.modellab.wire.JsonApiErrorSource;
import io.plumbline.dialects.modellab.wire.JsonApiErrors;
import io.plumbline.dialects.modellab.wire.SimpleErrors;
import io.plumbline.domain.Failure;
import io.plumbline.http.ErrorAnswer;
import io.plumbline.http.ErrorTable;
import io.plumbline.http.HttpFailure;
import java.util.List;

/** How this dialect says that something failed: as JSON:API, except where too much is asked, which is a list of sentences. */
public final class ModelLabErrors implements ErrorTable {
    private static final String EXPERIMENT = "experiment";
    private static final String PROJECT = "project";

    @Override
    public ErrorAnswer answer(Failure failure, String requestId) {
        return switch (failure) {
            case Failure.Invalid invalid -> invalid(invalid);
            case Failure.Unauthenticated unknown -> titled(401, "Unauthorized", unknown.message());
            case Failure.Forbidden forbidden -> titled(403, "Forbidden", forbidden.message());
            case Failure.NotFound missing -> missing(missing);
            case Failure.AlreadyExists taken -> titled(409, "Conflict", taken.message());
            case Failure.Stale stale -> titled(409, "Conflict", stale.message());
            case Failure.Conflict conflict -> titled(409, "Conflict", conflict.message());
            case Failure.TooLarge large -> titled(413, "Content Too Large", large.message());
            case Failure.Unreachable unreachable -> titled(424, "Failed Dependency", unreachable.message());
            case Failure.Busy busy ->
                new ErrorAnswer(
                        429,
                        SimpleErrors.builder().errors(List.of(busy.message())).build());
            case Failure.NotSupported absent -> titled(501, "Not Implemented", absent.message());
            case Failure.StorageFull full -> titled(507, "Insufficient Storage", full.message());
        };
    }

    @Override
    public ErrorAnswer answer(HttpFailure failure, String requestId) {
        return switch (failure) {
            case HttpFailure.UnknownPath unknown -> titled(404, "Not Found", unknown.message());
            case HttpFailure.MethodNotAllowed method -> titled(405, "Method Not Allowed", method.message());
            case HttpFailure.TimedOut slow -> titled(408, "Request Timeout", slow.message());
            case HttpFailure.UnsupportedContentType type -> titled(415, "Unsupported Media Type", type.message());
            case HttpFailure.Unexpected unexpected ->
                answer(
                        500,
                        error(500, "Internal Server Error", unexpected.message())
                                .meta(JsonApiErrorMeta.builder()
                                        .requestId(requestId)
                                        .build()));
        };
    }

    private static ErrorAnswer invalid(Failure.Invalid invalid) {
        JsonApiError.Builder error = error(400, "Bad Request", invalid.message());
        invalid.where()
                .ifPresent(parameter -> error.source(
                        JsonApiErrorSource.builder().parameter(parameter).build()));
        return answer(400, error);
    }

    /** What is missing is told by its kind alone, as the vendor does, and without a status. */
    private static ErrorAnswer missing(Failure.NotFound missing) {
        String kind = missing.what().equals(EXPERIMENT) ? PROJECT : missing.what();
        return answer(404, JsonApiError.builder().title("Generic Error").detail(kind + " not found"));
    }

    private static ErrorAnswer titled(int status, String title, String detail) {
        return answer(status, error(status, title, detail));
    }

    private static JsonApiError.Builder error(int status, String title, String detail) {
        return JsonApiError.builder()
                .status(String.valueOf(status))
                .title(title)
                .detail(detail);
    }

    private static ErrorAnswer answer(int status, JsonApiError.Builder error) {
        return new ErrorAnswer(
                status, JsonApiErrors.builder().errors(List.of(error.build())).build());
    }
}
