package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    private static final long SEED = 20261101L;
    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,            10.0.0.0/8",
        "10.1.2.3/8,            10.0.0.0/8",
        "255.255.255.255/32,    255.255.255.255/32",
        "255.255.255.255/1,     128.0.0.0/1",
        "1.2.3.4/0,             0.0.0.0/0",
        "FD00::1/8,             fd00::/8",
        "2001:0db8::0001/128,   2001:db8::1/128",
        "1:0:0:2:0:0:0:3/128,   1:0:0:2::3/128",
        "1:0:0:2:3:0:0:4/128,   1::2:3:0:0:4/128",
        "1:0:2:3:4:5:6:7/128,   1:0:2:3:4:5:6:7/128",
        "1:2:3:4:5:6:7::/128,   1:2:3:4:5:6:7:0/128",
        "::2:3:4:5:6:7:8/128,   0:2:3:4:5:6:7:8/128",
        "0:0:0:0:0:0:0:1/128,   ::1/128",
        "::/0,                  ::/0",
        "ffff:ffff::/17,        ffff:8000::/17",
        "64:ff9b::102:304/96,   64:ff9b::/96"
    })
    void has_one_canonical_form(String text, String canonical) {
        assertThat(Cidr.parse(text)).map(Cidr::toString).hasValue(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/08",
                "10.0.0.0/8/8",
                "10.0.0/8",
                "10.0.0.0.0/8",
                "10..0.0/8",
                "256.0.0.0/8",
                "999.1.1.1/8",
                "010.0.0.0/8",
                "0x0a.0.0.0/8",
                " 10.0.0.0/8",
                "10.0.0.0 /8",
                "10.0.0.0/8 ",
                "١٠.0.0.0/8",
                "::/129",
                ":/8",
                ":::/8",
                "1::2::3/128",
                "1:2:3:4:5:6:7/128",
                "1:2:3:4:5:6:7:8:9/128",
                "1:2:3:4::5:6:7:8/128",
                "12345::/16",
                "g::/16",
                "::1%lo/128",
                "[::1]/128",
                "::ffff:10.0.0.1/128",
                "::10.0.0.1/128",
                "::ffff:a00:1/128",
                "example.com/8",
                "face/8",
                "1/8",
                "99999999999.0.0.0/8",
                "10.0.0.0/99999999999"
            })
    void refuses_everything_else(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @Test
    void agrees_with_the_jdk_on_random_addresses() throws UnknownHostException {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            for (int i = random.nextInt(bytes.length + 1); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = 0; // so that runs of zeros occur
            }
            InetAddress address = InetAddress.getByAddress(bytes);
            if (address.getAddress().length != bytes.length) {
                continue; // an IPv4 address in the guise of an IPv6 one
            }
            int prefix = random.nextInt(bytes.length * 8 + 1);

            Cidr range = Cidr.parse(address.getHostAddress() + "/" + prefix).orElseThrow();

            String[] canonical = range.toString().split("/", -1);
            assertThat(InetAddress.getByName(canonical[0]).getAddress()).isEqualTo(masked(bytes, prefix));
            assertThat(canonical[1]).isEqualTo(String.valueOf(prefix));
            assertThat(Cidr.parse(range.toString())).hasValue(range);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,     10.1.0.0/16,   true",
        "10.1.0.0/16,    10.0.0.0/8,    true",
        "10.0.0.0/9,     10.128.0.0/9,  false",
        "10.0.0.0/8,     11.0.0.0/8,    false",
        "0.0.0.0/0,      192.0.2.1/32,  true",
        "192.0.2.1/32,   192.0.2.1/32,  true",
        "192.0.2.1/32,   192.0.2.2/32,  false",
        "::/0,           0.0.0.0/0,     false",
        "::/0,           fd00::/8,      true",
        "fd00::/64,      fd00:0:0:1::/64, false",
        "fd00::/48,      fd00:0:0:1::/64, true"
    })
    void overlaps_where_one_holds_the_other(String one, String other, boolean overlap) {
        Cidr left = Cidr.parse(one).orElseThrow();
        Cidr right = Cidr.parse(other).orElseThrow();

        assertThat(left.overlaps(right)).isEqualTo(overlap);
        assertThat(right.overlaps(left)).isEqualTo(overlap);
    }

    private static byte[] masked(byte[] bytes, int prefix) {
        int host = bytes.length * 8 - prefix;
        BigInteger number = new BigInteger(1, bytes).shiftRight(host).shiftLeft(host);
        byte[] masked = new byte[bytes.length];
        for (int i = 0; i < masked.length; i++) {
            masked[masked.length - 1 - i] = number.shiftRight(8 * i).byteValue();
        }
        return masked;
    }
}
