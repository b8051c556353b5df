package dev.tenantmesh.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortSetTest {

    @Test
    void ranges_that_are_split_differently_are_the_same_set() {
        // Given
        PortSet whole = PortSet.of(List.of(tcp(8000, 8099)));
        PortSet split = PortSet.of(List.of(tcp(8050, 8099), tcp(8000, 8019), tcp(8020, 8049)));

        // Then
        assertThat(split).isEqualTo(whole);
        assertThat(split.without(whole).isEmpty()).isTrue();
        assertThat(split).hasToString("TCP 8000-8099");
    }

    @Test
    void protocols_are_kept_apart() {
        // Given
        PortSet tcp = PortSet.of(List.of(tcp(53, 53)));
        PortSet udp = PortSet.of(List.of(new PortRange(Port.Protocol.UDP, 53, 53)));

        // Then
        assertThat(tcp.and(udp).isEmpty()).isTrue();
        assertThat(tcp.with(udp).without(udp)).isEqualTo(tcp);
    }

    @Test
    void any_two_sets_are_subtracted_port_by_port() {
        // Given
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            BitSet one = bits(random);
            BitSet other = bits(random);
            BitSet expected = (BitSet) one.clone();
            expected.andNot(other);

            // When
            PortSet left = set(one, random).without(set(other, random));

            // Then
            assertThat(left).isEqualTo(set(expected, random));
        }
    }

    private static BitSet bits(Random random) {
        BitSet bits = new BitSet();
        for (int port = 1; port <= 24; port++) {
            bits.set(port, random.nextBoolean());
        }
        return bits;
    }

    /** The ports in ranges that are cut anywhere. */
    private static PortSet set(BitSet bits, Random random) {
        List<PortRange> ranges = new ArrayList<>();
        for (int first = bits.nextSetBit(0); first >= 0; first = bits.nextSetBit(first + 1)) {
            int end = bits.nextClearBit(first) - 1;
            int last = random.nextBoolean() ? first : end;
            ranges.add(tcp(first, last));
            first = last;
        }
        return PortSet.of(ranges);
    }

    private static PortRange tcp(int first, int last) {
        return new PortRange(Port.Protocol.TCP, first, last);
    }
}
