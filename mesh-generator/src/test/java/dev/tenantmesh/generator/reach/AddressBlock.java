package dev.tenantmesh.generator.reach;

import java.util.List;

/** The addresses of an {@code ipBlock}; version 4 only, others are refused. */
record AddressBlock(String cidr, List<String> except) {

    static AddressBlock read(Fields block) {
        block.only("cidr", "except");
        return new AddressBlock(block.text("cidr"), block.texts("except"));
    }

    boolean contains(String address) {
        return within(cidr, address) && except.stream().noneMatch(hole -> within(hole, address));
    }

    private static boolean within(String cidr, String address) {
        int slash = cidr.indexOf('/');
        if (slash < 0) {
            throw new NotUnderstood("no length of prefix: " + cidr);
        }
        int length = Integer.parseInt(cidr.substring(slash + 1));
        long mask = length == 0 ? 0 : -1L << (32 - length);
        return (number(cidr.substring(0, slash)) & mask) == (number(address) & mask);
    }

    private static long number(String address) {
        String[] parts = address.split("\\.", -1);
        if (parts.length != 4) {
            throw new NotUnderstood("not an address of version 4: " + address);
        }
        long number = 0;
        for (String part : parts) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }
}
