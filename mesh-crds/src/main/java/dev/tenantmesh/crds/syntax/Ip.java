package dev.tenantmesh.crds.syntax;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An address of version 4 or 6; neither zones nor addresses of version 4 in the clothes of version 6.
 *
 * @param value its bits
 * @param bits how many it has
 * @see <a href="https://github.com/kubernetes/apiserver/blob/master/pkg/cel/library/ip.go">ip.go</a>
 */
public record Ip(BigInteger value, int bits) {

    private static final String BYTE = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern V4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(:0)+(?![0-9a-f])");
    private static final int LONGEST = 45;

    /** Reads an address; empty for all that the API server's parser refuses. */
    public static Optional<Ip> parse(String text) {
        boolean v4 = V4.matcher(text).matches();
        if (text.length() > LONGEST || !(v4 || V6.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            byte[] raw = InetAddress.getByName(text).getAddress();
            return raw.length == (v4 ? 4 : 16)
                    ? Optional.of(new Ip(new BigInteger(1, raw), raw.length * 8))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** 4 or 6. */
    public int family() {
        return bits == 32 ? 4 : 6;
    }

    /** The same with nothing behind a prefix. */
    public Ip masked(int prefix) {
        return new Ip(value.shiftRight(bits - prefix).shiftLeft(bits - prefix), bits);
    }

    /** The address as the JDK knows it, for its questions about what an address is for. */
    public InetAddress toInetAddress() {
        byte[] raw = new byte[bits / 8];
        for (int index = 0; index < raw.length; index++) {
            raw[index] = value.shiftRight(bits - 8 * (index + 1)).byteValue();
        }
        try {
            return InetAddress.getByAddress(raw);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /** The one spelling of the address: lower case, zeros shortened (RFC 5952). */
    @Override
    public String toString() {
        return bits == 32 ? v4() : v6();
    }

    private String v4() {
        int all = value.intValue();
        return (all >>> 24) + "." + (all >>> 16 & 255) + "." + (all >>> 8 & 255) + "." + (all & 255);
    }

    private String v6() {
        StringBuilder groups = new StringBuilder();
        for (int shift = 112; shift >= 0; shift -= 16) {
            int group = value.shiftRight(shift).intValue() & 0xffff;
            groups.append(Integer.toHexString(group)).append(shift == 0 ? "" : ":");
        }
        return shortened(groups.toString());
    }

    private static String shortened(String full) {
        int longest = ZEROS.matcher(full).results().mapToInt(Ip::length).max().orElse(0);
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
}
