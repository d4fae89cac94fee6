package io.plumbline.http.client;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls other servers: webhooks, scoring endpoints, data sources. A call goes to an allowed host with a public address, never through a
 * proxy, which would resolve names itself; it is bounded in time and size, and its redirects are held to the same. Whatever is refused or
 * fails is a {@link PlumblineException} that tells no more of the other side than its host.
 */
public final class GuardedClient implements AutoCloseable {
    private final GuardSettings settings;
    private @Nullable HttpClient client;
    private boolean closed;

    /** With these bounds. */
    public GuardedClient(GuardSettings settings) {
        this.settings = settings;
    }

    /** Made for the first call, as it brings along all that TLS needs: without it a server starts a tenth sooner. */
    private synchronized HttpClient client() {
        if (closed) {
            throw new IllegalStateException("the client was closed");
        }
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(settings.connectTime())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
        }
        return client;
    }

    /**
     * Sends a request and reads the whole answer, whatever its status. A request that has a timeout of its own is given that time in place of
     * the settings'.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where the address is not allowed; of {@link Failure.Unreachable} where the other
     *     side cannot be reached, is too slow, or answers too much
     */
    public GuardedAnswer send(HttpRequest request) {
        HttpRequest next = request;
        for (int redirects = 0; redirects <= settings.redirects(); redirects++) {
            HttpResponse<byte[]> response = exchange(next);
            Optional<HttpRequest> redirected = Redirects.next(next, response);
            if (redirected.isEmpty()) {
                return new GuardedAnswer(response.statusCode(), response.headers(), response.body());
            }
            next = redirected.get();
        }
        throw unreachable(next.uri(), "redirects more than " + settings.redirects() + " times", null);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdownNow();
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        Destination destination = Destination.of(request.uri(), settings);
        return destination.trusted() ? await(request) : GuardedNames.during(destination.host(), () -> await(request));
    }

    private HttpResponse<byte[]> await(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.answerBytes()));
        long time = request.timeout().orElse(settings.answerTime()).toMillis();
        try {
            return answer.get(time, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw unreachable(request.uri(), why(failed, time), failed);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw unreachable(request.uri(), tooLate(time), late);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable(request.uri(), "was not waited for", interrupted);
        }
    }

    private static String why(ExecutionException failed, long time) {
        boolean late = failed.getCause() instanceof HttpTimeoutException
                && !(failed.getCause() instanceof HttpConnectTimeoutException);
        return late ? tooLate(time) : "cannot be reached, or answers too much";
    }

    private static String tooLate(long time) {
        return "did not answer in " + time + " ms";
    }

    private static PlumblineException unreachable(URI address, String why, @Nullable Throwable cause) {
        Failure failure = new Failure.Unreachable("the host " + address.getHost() + " " + why);
        return cause == null ? new PlumblineException(failure) : new PlumblineException(failure, cause);
    }
}
