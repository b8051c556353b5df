package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.External;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Addresses cut wherever either side cuts them, so that both can be compared as sets. */
final class AddressAtoms {

    private final Map<Integer, NavigableSet<BigInteger>> begins = new TreeMap<>();

    AddressAtoms(Collection<External> before, Collection<External> after) {
        before.forEach(addresses -> cut(addresses.range()));
        after.forEach(addresses -> cut(addresses.range()));
    }

    private void cut(AddressRange range) {
        NavigableSet<BigInteger> cuts = begins.computeIfAbsent(range.version(), version -> new TreeSet<>());
        cuts.add(range.first());
        cuts.add(range.last().add(BigInteger.ONE));
    }

    /** The parts of a range that neither side cuts. */
    List<AddressRange> of(AddressRange range) {
        NavigableSet<BigInteger> cuts = begins.getOrDefault(range.version(), new TreeSet<>());
        List<AddressRange> atoms = new ArrayList<>();
        BigInteger begin = range.first();
        for (BigInteger next : cuts.subSet(range.first(), false, range.last(), true)) {
            atoms.add(new AddressRange(range.version(), begin, next.subtract(BigInteger.ONE)));
            begin = next;
        }
        atoms.add(new AddressRange(range.version(), begin, range.last()));
        return atoms;
    }
}
