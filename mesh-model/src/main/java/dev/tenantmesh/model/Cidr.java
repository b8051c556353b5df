package dev.tenantmesh.model;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address range of IPv4 or IPv6.
 *
 * @param address its first address, 4 or 16 bytes as an unsigned number
 * @param prefix how many leading bits are fixed
 * @param bits 32 or 128
 */
public record Cidr(BigInteger address, int prefix, int bits) {

    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

    /** The range of a text such as {@code 10.0.0.0/8}; host bits are cleared. Empty if it is none. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return AddressLiteral.parse(text.substring(0, slash))
                .filter(bytes -> prefix <= bytes.length * 8)
                .map(bytes -> masked(new BigInteger(1, bytes), prefix, bytes.length * 8));
    }

    /** Whether it is one address. */
    public boolean isHost() {
        return prefix == bits;
    }

    /** Whether the two have an address in common. */
    public boolean overlaps(Cidr other) {
        int shorter = Math.min(prefix, other.prefix);
        return bits == other.bits
                && masked(address, shorter, bits).address.equals(masked(other.address, shorter, bits).address);
    }

    /** Whether every address of the other is one of this. */
    public boolean contains(Cidr other) {
        return prefix <= other.prefix && overlaps(other);
    }

    /** The canonical text. */
    @Override
    public String toString() {
        byte[] bytes = new byte[bits / 8];
        byte[] number = address.toByteArray();
        int length = Math.min(number.length, bytes.length);
        System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
        return (bits == 32 ? v4(bytes) : v6(bytes)) + "/" + prefix;
    }

    private static Cidr masked(BigInteger address, int prefix, int bits) {
        int host = bits - prefix;
        return new Cidr(address.shiftRight(host).shiftLeft(host), prefix, bits);
    }

    private static String v4(byte[] bytes) {
        return (bytes[0] & 255) + "." + (bytes[1] & 255) + "." + (bytes[2] & 255) + "." + (bytes[3] & 255);
    }

    /** RFC 5952: lower case, the longest run of two or more zero groups as {@code ::}. */
    private static String v6(byte[] bytes) {
        String[] groups = new String[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = Integer.toHexString((bytes[2 * i] & 255) << 8 | (bytes[2 * i + 1] & 255));
        }
        int[] run = longestZeroRun(groups);
        if (run[1] < 2) {
            return String.join(":", groups);
        }
        String before = String.join(":", java.util.Arrays.copyOfRange(groups, 0, run[0]));
        String after = String.join(":", java.util.Arrays.copyOfRange(groups, run[0] + run[1], 8));
        return before + "::" + after;
    }

    private static int[] longestZeroRun(String[] groups) {
        int[] best = {0, 0};
        int start = 0;
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].equals("0")) {
                start = i + 1;
            } else if (i + 1 - start > best[1]) {
                best = new int[] {start, i + 1 - start};
            }
        }
        return best;
    }
}
