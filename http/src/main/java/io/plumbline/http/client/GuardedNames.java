package io.plumbline.http.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Resolves names for the whole Java process, and refuses those under guard an address that is not public. So a name that was checked and is
 * resolved again for the connection cannot have moved to a private address meanwhile (DNS rebinding): what the process resolves afresh for
 * such a name passes here. All other names are resolved as ever. The JDK finds this class by its service file.
 */
public final class GuardedNames extends InetAddressResolverProvider {
    private static final Map<String, Integer> GUARDS = new ConcurrentHashMap<>();

    /** What an action gives, the name being under guard while it runs. */
    static <T> T during(String host, Supplier<T> action) {
        String name = host.toLowerCase(Locale.ROOT);
        GUARDS.merge(name, 1, Integer::sum);
        try {
            return action.get();
        } finally {
            GUARDS.computeIfPresent(name, (same, count) -> count == 1 ? null : count - 1);
        }
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new GuardedResolver(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "Plumbline guarded names";
    }

    /** Looks at what another resolver finds. */
    record GuardedResolver(InetAddressResolver resolver) implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            List<InetAddress> found = resolver.lookupByName(host, policy).toList();
            boolean guarded = GUARDS.containsKey(host.toLowerCase(Locale.ROOT));
            if (guarded && !found.stream().allMatch(AddressRule::isPublic)) {
                throw new UnknownHostException(host + " has an address that is not public");
            }
            return found.stream();
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return resolver.lookupByAddress(address);
        }
    }
}
