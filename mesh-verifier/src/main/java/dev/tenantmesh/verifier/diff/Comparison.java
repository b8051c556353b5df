package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.diff.MeshDiff.ModeChange;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.PortRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds the edges of two sides against each other; the cost grows with their number. */
final class Comparison {

    private static final Reach NOTHING = new Reach();

    private final Side before;
    private final Side after;
    private final Map<Edge, Reach> open;
    private final Map<Edge, Reach> opened;

    Comparison(MeshVerifier before, MeshVerifier after, DiffOptions options) {
        this.before = new Side(before, options);
        this.after = new Side(after, options);
        Ends ends = new Ends(options, new AddressAtoms(before.addresses(), after.addresses()));
        this.open = edges(this.before, this.after, ends);
        this.opened = edges(this.after, this.before, ends);
    }

    private static Map<Edge, Reach> edges(Side side, Side other, Ends ends) {
        Edges edges = new Edges(ends);
        side.connections(other).forEach(edges::connection);
        edges.relaying(side.connectivity().relaying(), side.world());
        return edges.reaches();
    }

    MeshDiff result() {
        Set<Edge> all = new HashSet<>(open.keySet());
        all.addAll(opened.keySet());
        List<Change> changes = new ArrayList<>();
        all.forEach(edge -> changes.addAll(changes(edge)));
        return new MeshDiff(
                joined(joined(changes, true), false),
                modes(),
                without(after.pods(), before.pods()),
                without(before.pods(), after.pods()));
    }

    private List<Change> changes(Edge edge) {
        Reach old = open.getOrDefault(edge, NOTHING);
        Reach now = opened.getOrDefault(edge, NOTHING);
        PortSet both = old.may().and(now.may());
        List<Change> changes = new ArrayList<>();
        add(changes, Change.Kind.GAINED, edge, now, now.may().without(old.may()));
        add(changes, Change.Kind.LOST, edge, old, old.may().without(now.may()));
        add(changes, Change.Kind.LESS_CERTAIN, edge, now, both.and(old.must()).without(now.must()));
        add(changes, Change.Kind.MORE_CERTAIN, edge, now, both.and(now.must()).without(old.must()));
        return changes;
    }

    private static void add(List<Change> changes, Change.Kind kind, Edge edge, Reach reach, PortSet ports) {
        if (!ports.isEmpty()) {
            changes.add(new Change(kind, edge, ports, reach.because(ports)));
        }
    }

    /** Addresses in a row of which the same is said are one range again. */
    private static List<Change> joined(List<Change> changes, boolean sources) {
        Map<Change, Change> last = new LinkedHashMap<>();
        List<Change> done = new ArrayList<>();
        for (Change change : changes.stream().sorted().toList()) {
            AddressRange range = end(change, sources).range();
            if (range == null) {
                done.add(change);
                continue;
            }
            Change alike = with(change, sources, End.ofAddresses(AddressRange.all(range.version())));
            Change earlier = last.get(alike);
            AddressRange joined =
                    earlier == null ? null : joined(end(earlier, sources).range(), range);
            if (earlier != null && joined == null) {
                done.add(earlier);
            }
            last.put(alike, joined == null ? change : with(change, sources, End.ofAddresses(joined)));
        }
        done.addAll(last.values());
        return done;
    }

    private static @Nullable AddressRange joined(@Nullable AddressRange one, AddressRange next) {
        boolean touches = one != null && one.last().add(BigInteger.ONE).equals(next.first());
        return one != null && touches ? new AddressRange(one.version(), one.first(), next.last()) : null;
    }

    private static End end(Change change, boolean source) {
        return source ? change.edge().source() : change.edge().destination();
    }

    private static Change with(Change change, boolean source, End other) {
        return change.of(source ? change.edge().from(other) : change.edge().to(other));
    }

    private List<ModeChange> modes() {
        SortedMap<End, PortSet> plainBefore = ports(open, true);
        SortedMap<End, PortSet> plainAfter = ports(opened, true);
        SortedMap<End, PortSet> identities = ports(opened, false);
        SortedSet<End> destinations = new TreeSet<>(plainBefore.keySet());
        destinations.addAll(plainAfter.keySet());
        List<ModeChange> modes = new ArrayList<>();
        for (End destination : destinations) {
            PortSet old = plainBefore.getOrDefault(destination, PortSet.NONE);
            PortSet now = plainAfter.getOrDefault(destination, PortSet.NONE);
            PortSet mutual = old.without(now).and(identities.getOrDefault(destination, PortSet.NONE));
            ModeChange change = new ModeChange(destination, now.without(old), mutual);
            if (!change.plaintext().isEmpty() || !change.mutual().isEmpty()) {
                modes.add(change);
            }
        }
        return modes;
    }

    /** On which ports each pod lets anybody in, in plaintext or else with an identity. */
    private static SortedMap<End, PortSet> ports(Map<Edge, Reach> edges, boolean plaintext) {
        Map<End, Set<PortRange>> ranges = new TreeMap<>();
        edges.forEach((edge, reach) -> {
            boolean pod = edge.topic() == Edge.Topic.CONNECTION
                    && !edge.destination().namespace().isEmpty();
            if (pod && edge.how().equals(Edge.PLAINTEXT) == plaintext) {
                ranges.computeIfAbsent(edge.destination(), absent -> new HashSet<>())
                        .addAll(reach.may().ranges());
            }
        });
        SortedMap<End, PortSet> all = new TreeMap<>();
        ranges.forEach((end, some) -> all.put(end, PortSet.of(some)));
        return all;
    }

    private static SortedSet<String> without(SortedSet<String> some, SortedSet<String> others) {
        SortedSet<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
