package dev.tenantmesh.generator.acceptance;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A network address as a NetworkPolicy's ipBlock has it, for example {@code 10.0.0.0/8} or {@code fd00::/8}. */
record Cidr(BigInteger address, int bits, int prefix) {

    private static final String BYTE = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern V4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:]*");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(:0)+(?![0-9a-f])");

    /** Reads a CIDR, host bits allowed; empty for all that the API server's parser refuses. */
    static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return bytes(text.substring(0, slash))
                .map(raw -> new Cidr(new BigInteger(1, raw), raw.length * 8, prefix))
                .filter(cidr -> cidr.prefix <= cidr.bits);
    }

    /** Whether the text is the one spelling of its network: no host bits, lower case, zeros shortened (RFC 5952). */
    static boolean isCanonical(String text) {
        return parse(text)
                .filter(cidr -> cidr.network(cidr.prefix).equals(cidr.address))
                .filter(cidr -> cidr.toString().equals(text))
                .isPresent();
    }

    /** Whether the other network lies in this one and is smaller. */
    boolean strictlyContains(Cidr other) {
        return other.bits == bits
                && other.prefix > prefix
                && other.network(prefix).equals(network(prefix));
    }

    @Override
    public String toString() {
        return (bits == 32 ? v4() : v6()) + "/" + prefix;
    }

    private BigInteger network(int length) {
        return address.shiftRight(bits - length).shiftLeft(bits - length);
    }

    private String v4() {
        int all = address.intValue();
        return (all >>> 24) + "." + (all >>> 16 & 255) + "." + (all >>> 8 & 255) + "." + (all & 255);
    }

    private String v6() {
        StringBuilder groups = new StringBuilder();
        for (int shift = 112; shift >= 0; shift -= 16) {
            int group = address.shiftRight(shift).intValue() & 0xffff;
            groups.append(Integer.toHexString(group)).append(shift == 0 ? "" : ":");
        }
        return shortened(groups.toString());
    }

    private static String shortened(String full) {
        int longest = ZEROS.matcher(full).results().mapToInt(Cidr::length).max().orElse(0);
        return ZEROS.matcher(full)
                .results()
                .filter(run -> length(run) == longest)
                .findFirst()
                .map(run -> trim(full, run))
                .orElse(full);
    }

    private static String trim(String full, MatchResult run) {
        String before = full.substring(0, Math.max(run.start() - 1, 0));
        String after = full.substring(Math.min(run.end() + 1, full.length()));
        return before + "::" + after;
    }

    private static int length(MatchResult run) {
        return run.end() - run.start();
    }

    private static Optional<byte[]> bytes(String address) {
        boolean v4 = V4.matcher(address).matches();
        if (!v4 && !V6.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            byte[] raw = InetAddress.getByName(address).getAddress();
            return raw.length == (v4 ? 4 : 16) ? Optional.of(raw) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
