package dev.tenantmesh.model.platform;

import dev.tenantmesh.model.Cidr;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that no way out of the cluster may lead to: the cluster's own, and those that mean something else on every
 * machine, such as the metadata service of a cloud.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">special addresses of IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">special addresses of IPv6</a>
 */
public final class ClosedAddresses {

    private static final int WIDE_V4 = 16;
    private static final int WIDE_V6 = 32;
    private static final List<Cidr> SPECIAL = ranges(
            "0.0.0.0/8",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "224.0.0.0/3",
            "::/127",
            "fd00:ec2::254/128",
            "fe80::/10",
            "ff00::/8");
    private static final List<Cidr> PRIVATE =
            ranges("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

    private ClosedAddresses() {}

    /** The addresses of one cluster. */
    public static List<Cidr> of(Network network) {
        return Stream.of(network.podCIDRs(), network.serviceCIDRs(), network.apiServerCIDRs(), network.nodeCIDRs())
                .flatMap(List::stream)
                .flatMap(cidr -> Cidr.parse(cidr).stream())
                .toList();
    }

    /** Addresses that are no other host's anywhere. */
    public static List<Cidr> everywhere() {
        return SPECIAL;
    }

    /** Whether a range is too wide for anybody to know what is in it: wider than /16 or, of IPv6, /32. */
    public static boolean isWide(Cidr range) {
        return range.prefix() < (range.bits() == 32 ? WIDE_V4 : WIDE_V6);
    }

    /** What a wide range leaves out: closed addresses, and private ones, where nodes usually are; sorted. */
    public static List<String> within(Cidr wide, Network network) {
        List<Cidr> inside = Stream.of(of(network), SPECIAL, PRIVATE)
                .flatMap(List::stream)
                .filter(closed -> wide.contains(closed) && !closed.equals(wide))
                .distinct()
                .toList();
        return inside.stream()
                .filter(closed -> inside.stream().noneMatch(other -> !other.equals(closed) && other.contains(closed)))
                .sorted(Comparator.comparing(Cidr::address, BigInteger::compareTo))
                .map(Cidr::toString)
                .toList();
    }

    private static List<Cidr> ranges(String... texts) {
        return Stream.of(texts).map(text -> Cidr.parse(text).orElseThrow()).toList();
    }
}
