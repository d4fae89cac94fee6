package io.plumbline.http;

import java.util.List;
import java.util.Set;

/** Why a request did not come as far as the core, or why its answer is none of the core's. Dialects answer each kind in their own shape. */
public sealed interface HttpFailure {
    /** One sentence for a person. */
    String message();

    /** No operation has this path. */
    record UnknownPath(String path) implements HttpFailure {
        @Override
        public String message() {
            return "nothing is served at " + Texts.quoted(path);
        }
    }

    /** The path has operations, but none of this method. */
    record MethodNotAllowed(String method, Set<String> allowed) implements HttpFailure {
        @Override
        public String message() {
            return Texts.quoted(method) + " is not allowed here; " + String.join(", ", allowed)
                    + (allowed.size() == 1 ? " is" : " are");
        }
    }

    /** The body is of a type that the operation does not take. */
    record UnsupportedContentType(String contentType, List<String> accepted) implements HttpFailure {
        @Override
        public String message() {
            return "a body of type " + Texts.quoted(contentType) + " is not taken here; send "
                    + String.join(" or ", accepted);
        }
    }

    /** The body did not come in time. */
    record TimedOut(long seconds) implements HttpFailure {
        @Override
        public String message() {
            return "the body did not arrive within " + seconds + " s";
        }
    }

    /** Something that should not have happened; the log has the rest under the id of the request. */
    record Unexpected() implements HttpFailure {
        @Override
        public String message() {
            return "an error inside the server; its log tells more under the id of this request";
        }
    }
}
