package dev.tenantmesh.model.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, reading it ends, and ends with records or problems. */
class FuzzTest {

    private static final long SEED = 20261101L;
    private static final int ROUNDS = 5_000;
    private static final int MOST_CHANGES = 8;

    private static final String VALID = """
        name: payments
        members:
          - {name: ada, age: 36}
          - name: 'bob'
            age: 40
        level: gateways-only # comment
        labels: {app.kubernetes.io/name: "api", grüße: 🚀}
        ports: {8080: PERMISSIVE}
        expires: 2027-03-31
        expose: [8443, http, {name: grpc, number: 9}]
        hosts:
        - "*.pay.example.com"
        - >-
          folded
        ---
        name: |
          orders
        """;

    private static final String[] PARTS = {
        "&a ",
        "*a ",
        "!!str ",
        "!x ",
        "<<: ",
        "? ",
        ": ",
        "- ",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\"",
        "'",
        "|",
        ">",
        "#",
        "\t",
        "\r",
        "\n",
        "\0",
        "\u202E",
        "\uFEFF",
        "\u0085",
        "\\",
        "\"\\ud800\"",
        "\"\\UFFFFFFFF\"",
        "\"\\U00110000\"",
        "\"\\xZZ\"",
        "null",
        "~",
        "1e999",
        "99999999999",
        "2027-99-99",
        "name: x\n",
        "quota: 1\n",
        "  "
    };

    @Test
    void never_fails_or_hangs_on_a_mutated_file() {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            byte[] content = mutated(new Random(seed));

            assertThatCode(() -> assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read(content)))
                    .as("seed %d:%n%s", seed, new String(content, UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    private static void read(byte[] content) {
        Reading reading = Reading.of(content);
        RecordBinder binder = new RecordBinder(reading.problems, reading.origins);
        boolean whole = true;
        for (MappingNode document : reading.documents) {
            whole &= binder.bind(document, Team.class) != null;
        }
        if ((!whole || reading.documents.isEmpty()) && !reading.problems.hasErrors()) {
            throw new AssertionError("Nothing was read and nothing was said");
        }
    }

    private static byte[] mutated(Random random) {
        byte[] content = VALID.getBytes(UTF_8);
        for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
            content = changed(content, random);
        }
        return content;
    }

    private static byte[] changed(byte[] content, Random random) {
        int from = random.nextInt(content.length + 1);
        int to = Math.min(content.length, from + random.nextInt(MOST_CHANGES));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(content, 0, from);
        switch (random.nextInt(4)) {
            case 0 -> changed.writeBytes(PARTS[random.nextInt(PARTS.length)].getBytes(UTF_8));
            case 1 -> changed.write(random.nextInt(256));
            case 2 -> changed.write(content, from, 2 * (to - from) <= content.length - from ? 2 * (to - from) : 0);
            default -> {}
        }
        changed.write(content, to, content.length - to);
        return changed.toByteArray();
    }
}
