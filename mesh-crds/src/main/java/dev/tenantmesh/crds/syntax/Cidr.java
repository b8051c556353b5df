package dev.tenantmesh.crds.syntax;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address with the length of its network, for example {@code 10.0.0.0/8} or {@code fd00::/8}.
 *
 * @param ip the address as written, bits behind the network included
 * @param prefix how many bits belong to the network
 * @see <a href="https://github.com/kubernetes/apiserver/blob/master/pkg/cel/library/cidr.go">cidr.go</a>
 */
public record Cidr(Ip ip, int prefix) {

    private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");

    /** Reads a CIDR, host bits allowed; empty for all that the API server's parser refuses. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return Ip.parse(text.substring(0, slash))
                .filter(ip -> prefix <= ip.bits())
                .map(ip -> new Cidr(ip, prefix));
    }

    /** Whether the text is the one spelling of its network: no host bits, lower case, zeros shortened. */
    public static boolean isCanonical(String text) {
        return parse(text).filter(cidr -> cidr.masked().toString().equals(text)).isPresent();
    }

    /** The same without host bits. */
    public Cidr masked() {
        return new Cidr(ip.masked(prefix), prefix);
    }

    /** Whether an address lies in this network. */
    public boolean contains(Ip other) {
        return other.bits() == ip.bits() && other.masked(prefix).equals(ip.masked(prefix));
    }

    /** Whether the other network lies in this one or is the same. */
    public boolean contains(Cidr other) {
        return other.prefix >= prefix && contains(other.ip);
    }

    @Override
    public String toString() {
        return ip + "/" + prefix;
    }
}
