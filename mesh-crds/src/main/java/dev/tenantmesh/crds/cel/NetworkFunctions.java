package dev.tenantmesh.crds.cel;

import static dev.tenantmesh.crds.cel.Functions.CIDR;
import static dev.tenantmesh.crds.cel.Functions.IP;
import static dev.tenantmesh.crds.cel.Functions.STRING;
import static dev.tenantmesh.crds.cel.Functions.URL;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.tenantmesh.crds.syntax.Cidr;
import dev.tenantmesh.crds.syntax.Formats;
import dev.tenantmesh.crds.syntax.Ip;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Functions about URLs, addresses and networks.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-url-library">URL library</a>
 * @see <a href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library">IP address library</a>
 */
final class NetworkFunctions {

    private static final CelType TEXTS = ListType.create(SimpleType.STRING);
    private static final String ALL_ONES = "255.255.255.255";

    private NetworkFunctions() {}

    static void addTo(Functions functions) {
        addUrls(functions);
        addAddresses(functions);
        addNetworks(functions);
    }

    private static void addUrls(Functions functions) {
        functions
                .global(
                        "isURL",
                        SimpleType.BOOL,
                        STRING,
                        text -> Formats.uri(text).isPresent())
                .global("url", URL.type(), STRING, text -> Functions.of(Formats.uri(text), text))
                .member("getScheme", SimpleType.STRING, URL, url -> Objects.toString(url.getScheme(), ""))
                .member("getHost", SimpleType.STRING, URL, NetworkFunctions::host)
                .member("getHostname", SimpleType.STRING, URL, NetworkFunctions::hostname)
                .member("getPort", SimpleType.STRING, URL, url -> url.getPort() < 0 ? "" : "" + url.getPort())
                .member("getEscapedPath", SimpleType.STRING, URL, url -> Objects.toString(url.getRawPath(), ""))
                .member("getQuery", MapType.create(SimpleType.STRING, TEXTS), URL, NetworkFunctions::query);
    }

    private static void addAddresses(Functions functions) {
        functions
                .global("isIP", SimpleType.BOOL, STRING, text -> Ip.parse(text).isPresent())
                .global("ip", IP.type(), STRING, text -> Functions.of(Ip.parse(text), text))
                .global(
                        "ip.isCanonical",
                        SimpleType.BOOL,
                        STRING,
                        text -> Functions.of(Ip.parse(text), text).toString().equals(text))
                .global("string", SimpleType.STRING, IP, Ip::toString)
                .member("family", SimpleType.INT, IP, ip -> (long) ip.family())
                .member(
                        "isUnspecified",
                        SimpleType.BOOL,
                        IP,
                        ip -> ip.toInetAddress().isAnyLocalAddress())
                .member(
                        "isLoopback",
                        SimpleType.BOOL,
                        IP,
                        ip -> ip.toInetAddress().isLoopbackAddress())
                .member(
                        "isLinkLocalMulticast",
                        SimpleType.BOOL,
                        IP,
                        ip -> ip.toInetAddress().isMCLinkLocal())
                .member(
                        "isLinkLocalUnicast",
                        SimpleType.BOOL,
                        IP,
                        ip -> ip.toInetAddress().isLinkLocalAddress())
                .member("isGlobalUnicast", SimpleType.BOOL, IP, NetworkFunctions::isGlobalUnicast);
    }

    private static void addNetworks(Functions functions) {
        functions
                .global(
                        "isCIDR",
                        SimpleType.BOOL,
                        STRING,
                        text -> Cidr.parse(text).isPresent())
                .global("cidr", CIDR.type(), STRING, text -> Functions.of(Cidr.parse(text), text))
                .global("string", SimpleType.STRING, CIDR, Cidr::toString)
                .member("containsIP", SimpleType.BOOL, CIDR, IP, Cidr::contains)
                .member(
                        "containsIP",
                        SimpleType.BOOL,
                        CIDR,
                        STRING,
                        (cidr, text) -> cidr.contains(Functions.of(Ip.parse(text), text)))
                .member("containsCIDR", SimpleType.BOOL, CIDR, CIDR, Cidr::contains)
                .member(
                        "containsCIDR",
                        SimpleType.BOOL,
                        CIDR,
                        STRING,
                        (cidr, text) -> cidr.contains(Functions.of(Cidr.parse(text), text)))
                .member("ip", IP.type(), CIDR, Cidr::ip)
                .member("masked", CIDR.type(), CIDR, Cidr::masked)
                .member("prefixLength", SimpleType.INT, CIDR, cidr -> (long) cidr.prefix());
    }

    private static boolean isGlobalUnicast(Ip ip) {
        InetAddress address = ip.toInetAddress();
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress()
                && !ip.toString().equals(ALL_ONES);
    }

    private static String host(URI url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return Objects.toString(url.getHost(), "") + port;
    }

    /** Without the brackets that an address of version 6 has. */
    private static String hostname(URI url) {
        String host = Objects.toString(url.getHost(), "");
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static Map<String, List<String>> query(URI url) {
        Map<String, List<String>> query = new TreeMap<>();
        for (String pair : Objects.toString(url.getRawQuery(), "").split("&", -1)) {
            int equal = pair.indexOf('=');
            String name = equal < 0 ? pair : pair.substring(0, equal);
            if (!pair.isEmpty()) {
                query.computeIfAbsent(decoded(name), key -> new ArrayList<>())
                        .add(equal < 0 ? "" : decoded(pair.substring(equal + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
