package io.plumbline.http.client;

import java.time.Duration;
import java.util.Set;

/**
 * Where calls may go and how much of an answer is taken.
 *
 * @param allowedHosts names that may be called, {@code *.example.org} for all below one; empty for every host with a public address
 * @param privateHosts names that may be called though their addresses are not public: loopback, link-local, private
 * @param connectTime in which a connection must stand
 * @param answerTime in which the whole answer must have come
 * @param answerBytes the largest answer that is read
 * @param redirects how many are followed, each checked as the first call was
 */
public record GuardSettings(
        Set<String> allowedHosts,
        Set<String> privateHosts,
        Duration connectTime,
        Duration answerTime,
        long answerBytes,
        int redirects) {
    /** Every public host, 5 seconds to connect, 30 to answer, 16 MB, 3 redirects. */
    public static final GuardSettings DEFAULT =
            new GuardSettings(Set.of(), Set.of(), Duration.ofSeconds(5), Duration.ofSeconds(30), 16L << 20, 3);

    /** Keeps unmodifiable copies. */
    public GuardSettings {
        allowedHosts = Set.copyOf(allowedHosts);
        privateHosts = Set.copyOf(privateHosts);
    }

    /** The same for these hosts. */
    public GuardSettings callingHosts(Set<String> newAllowedHosts, Set<String> newPrivateHosts) {
        return new GuardSettings(newAllowedHosts, newPrivateHosts, connectTime, answerTime, answerBytes, redirects);
    }
}
