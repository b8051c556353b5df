package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Placement;
import dev.tenantmesh.verifier.world.Port.Protocol;
import dev.tenantmesh.verifier.world.PortRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of the EXPECTED.md of a small example: {@code | # | from | to | port | how |}.
 *
 * @param number its number
 * @param from who connects
 * @param to whom to
 * @param port a port of the destination's pods, or {@code any}
 * @param how in which way; what follows a comma is for people
 * @param platforms where it holds; empty: everywhere
 */
record ScenarioRow(int number, String from, String to, String port, String how, Set<String> platforms) {

    /** Whoever there is: the world of what is published. */
    static final String ANYONE = "anyone";

    static final String ANYONE_ELSE = "anyone else";

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| *(\\d+) *\\|([^|\n]+)\\|([^|\n]+)\\|([^|\n]+)\\|([^|\n]+)\\|");
    private static final Pattern PLATFORMS = Pattern.compile("\\(platforms: ([^)]+)\\)");
    private static final Set<String> MANNERS = Set.of("mTLS", "plaintext", "mTLS or plaintext", "nothing");
    private static final int LAST = 65_535;

    ScenarioRow {
        if (!MANNERS.contains(how)) {
            throw new IllegalArgumentException("row " + number + " says '" + how + "', which is none of " + MANNERS);
        }
    }

    static List<ScenarioRow> of(Path document) {
        try {
            return ROW.matcher(Files.readString(document))
                    .results()
                    .map(ScenarioRow::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScenarioRow of(MatchResult row) {
        String how = row.group(5).strip();
        Set<String> platforms = PLATFORMS
                .matcher(how)
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split(",")))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        String manner = how.replaceAll("[,(:].*", "").strip();
        return new ScenarioRow(
                Integer.parseInt(row.group(1)),
                row.group(2).strip(),
                row.group(3).strip(),
                row.group(4).strip(),
                manner,
                platforms);
    }

    /** The same of somebody else. */
    ScenarioRow from(String other) {
        return new ScenarioRow(number, other, to, port, how, platforms);
    }

    boolean holdsOn(String platform) {
        return platforms.isEmpty() || platforms.contains(platform);
    }

    /**
     * The row as one of several clusters sees it, whose ends are called {@code cluster:namespace/workload}; empty if it is
     * about an end in another one.
     */
    Optional<ScenarioRow> in(Optional<Placement> placement) {
        String here = placement.map(where -> where.cluster().name() + ":").orElse("");
        return to.startsWith(here)
                ? Optional.of(new ScenarioRow(number, without(from, here), without(to, here), port, how, platforms))
                : Optional.empty();
    }

    private static String without(String end, String cluster) {
        return end.startsWith(cluster) ? end.substring(cluster.length()) : end;
    }

    /** Whether it begins in another cluster. */
    boolean crosses() {
        return from.contains(":");
    }

    boolean opens() {
        return !how.equals("nothing");
    }

    List<PortRange> ports() {
        if (port.equals("any")) {
            return List.of(new PortRange(Protocol.TCP, 1, LAST));
        }
        return Arrays.stream(port.split(","))
                .map(String::strip)
                .map(Integer::parseInt)
                .map(number -> new PortRange(Protocol.TCP, number, number))
                .toList();
    }
}
