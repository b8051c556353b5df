package dev.tenantmesh.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an IP address by itself: the JDK takes a wrong one for a name and asks the network for it. */
final class AddressLiteral {

    private static final Pattern V4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int GROUPS = 8;
    private static final int LONGEST = 39;

    private AddressLiteral() {}

    /** The 4 or 16 bytes of an address; empty if it is none, or an IPv4 address in the guise of an IPv6 one. */
    static Optional<byte[]> parse(String text) {
        if (V4.matcher(text).matches()) {
            return v4(text);
        }
        return text.length() <= LONGEST && text.contains(":")
                ? groups(text).flatMap(AddressLiteral::v6)
                : Optional.empty();
    }

    private static Optional<byte[]> v4(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(4);
        for (String part : text.split("\\.", -1)) {
            int number = Integer.parseInt(part);
            if (number > 255) {
                return Optional.empty();
            }
            bytes.put((byte) number);
        }
        return Optional.of(bytes.array());
    }

    /** The eight groups, with those that {@code ::} stands for. */
    private static Optional<List<String>> groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return Optional.of(split(text)).filter(groups -> groups.size() == GROUPS);
        }
        List<String> groups = new ArrayList<>(split(text.substring(0, gap)));
        List<String> after = split(text.substring(gap + 2));
        int missing = GROUPS - groups.size() - after.size();
        groups.addAll(Collections.nCopies(Math.max(0, missing), "0"));
        groups.addAll(after);
        return missing < 1 ? Optional.empty() : Optional.of(groups);
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
    }

    private static Optional<byte[]> v6(List<String> groups) {
        if (!groups.stream().allMatch(group -> GROUP.matcher(group).matches())) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * GROUPS);
        groups.forEach(group -> bytes.putShort((short) Integer.parseInt(group, 16)));
        boolean mapped = bytes.getLong(0) == 0 && bytes.getInt(8) == 0xFFFF;
        return mapped ? Optional.empty() : Optional.of(bytes.array());
    }
}
