package io.plumbline.http.client;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * A place to call, checked.
 *
 * @param host in lower case
 * @param trusted whether its addresses need not be public
 */
record Destination(String host, boolean trusted) {
    /**
     * The place of this address, where the settings let it be called.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where they do not; of {@link Failure.Unreachable} where the name does not resolve
     */
    static Destination of(URI address, GuardSettings settings) {
        String host = host(address);
        Destination destination = new Destination(host, covers(settings.privateHosts(), host));
        if (!settings.allowedHosts().isEmpty() && !covers(settings.allowedHosts(), host) && !destination.trusted()) {
            throw PlumblineException.invalid("the host " + host + " is not among those that may be called");
        }
        if (!destination.trusted() && !Arrays.stream(destination.addresses()).allMatch(AddressRule::isPublic)) {
            throw PlumblineException.invalid(
                    "the host " + host + " has an address that is not public, and may not be called");
        }
        return destination;
    }

    private InetAddress[] addresses() {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new PlumblineException(new Failure.Unreachable("the host " + host + " is not known"), unknown);
        }
    }

    private static String host(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null
                || address.getUserInfo() != null
                || !Set.of("http", "https").contains(scheme)) {
            throw PlumblineException.invalid("an address to call is http or https with a host, and without a user");
        }
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    private static boolean covers(Set<String> names, String host) {
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals(host) || (name.startsWith("*.") && host.endsWith(name.substring(1))));
    }
}
