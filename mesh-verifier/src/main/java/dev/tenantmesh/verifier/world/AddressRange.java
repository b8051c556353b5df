package dev.tenantmesh.verifier.world;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A run of addresses of one family.
 *
 * @param version 4 or 6
 * @param first the first address as a number
 * @param last the last address, included
 */
public record AddressRange(int version, BigInteger first, BigInteger last) {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    public AddressRange {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("A range ends before it begins: " + first + "-" + last);
        }
    }

    /** Every address of a family. */
    public static AddressRange all(int version) {
        BigInteger size = BigInteger.ONE.shiftLeft(bits(version));
        return new AddressRange(version, BigInteger.ZERO, size.subtract(BigInteger.ONE));
    }

    /** The addresses of a CIDR; empty if it is none. Host bits are masked, as most clusters do. */
    public static Optional<AddressRange> ofCidr(String cidr) {
        int slash = cidr.indexOf('/');
        String literal = slash < 0 ? cidr : cidr.substring(0, slash);
        return address(literal).flatMap(bytes -> {
            int version = bytes.length == 4 ? 4 : 6;
            return prefix(cidr, slash, version).map(prefix -> masked(version, new BigInteger(1, bytes), prefix));
        });
    }

    /** Whether a CIDR names addresses beyond its prefix, which some readers mask and others refuse. */
    public static boolean hasHostBits(String cidr) {
        int slash = cidr.indexOf('/');
        return slash > 0
                && ofCidr(cidr)
                        .map(range -> address(cidr.substring(0, slash))
                                .map(bytes -> !new BigInteger(1, bytes).equals(range.first()))
                                .orElse(false))
                        .orElse(false);
    }

    private static AddressRange masked(int version, BigInteger address, int prefix) {
        int free = bits(version) - prefix;
        BigInteger first = address.shiftRight(free).shiftLeft(free);
        return new AddressRange(
                version, first, first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE));
    }

    private static Optional<Integer> prefix(String cidr, int slash, int version) {
        if (slash < 0) {
            return Optional.of(bits(version));
        }
        String digits = cidr.substring(slash + 1);
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > bits(version)) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(digits));
    }

    /** Only literals reach the resolver of the JDK, so that no name is ever looked up. */
    private static Optional<byte[]> address(String literal) {
        boolean four = literal.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        if (!LITERAL.matcher(literal).matches() || (!four && !literal.contains(":"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static int bits(int version) {
        return version == 4 ? 32 : 128;
    }

    /** Whether all of another range lies in it. */
    public boolean contains(AddressRange other) {
        return version == other.version && first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
    }

    /** Whether the two share an address. */
    public boolean overlaps(AddressRange other) {
        return version == other.version && first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    @Override
    public String toString() {
        return text(first) + (first.equals(last) ? "" : "-" + text(last));
    }

    private String text(BigInteger address) {
        byte[] bytes = new byte[bits(version) / 8];
        byte[] number = address.toByteArray();
        int length = Math.min(number.length, bytes.length);
        System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of " + bytes.length + " bytes", e);
        }
    }
}
