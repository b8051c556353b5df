package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.verifier.MeshVerifier;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What changed between two sets of manifests.
 *
 * @param changes every edge that is not what it was, sorted
 * @param modes pods at which mutual TLS is not what it was, sorted
 * @param appeared pods that are declared now and were not
 * @param vanished pods that were declared and no longer are
 */
public record MeshDiff(
        List<Change> changes, List<ModeChange> modes, SortedSet<String> appeared, SortedSet<String> vanished) {

    public MeshDiff {
        changes = changes.stream().sorted().toList();
        modes = List.copyOf(modes);
        appeared = Collections.unmodifiableSortedSet(new TreeSet<>(appeared));
        vanished = Collections.unmodifiableSortedSet(new TreeSet<>(vanished));
    }

    /**
     * Two owners, in the direction of the connection.
     *
     * @param from who owns the source
     * @param to who owns the destination
     */
    public record Owners(String from, String to) implements Comparable<Owners> {

        static Owners of(Change change) {
            return new Owners(
                    change.edge().source().owner(), change.edge().destination().owner());
        }

        @Override
        public int compareTo(Owners other) {
            int byFrom = from.compareTo(other.from);
            return byFrom != 0 ? byFrom : to.compareTo(other.to);
        }
    }

    /**
     * What became of mutual TLS at a pod, whoever comes.
     *
     * @param destination the pod
     * @param plaintext ports that let plaintext in and did not before
     * @param mutual ports that let plaintext in no longer, and identities still
     */
    public record ModeChange(End destination, PortSet plaintext, PortSet mutual) {}

    /** The changes between each two owners. */
    public SortedMap<Owners, List<Change>> byOwners() {
        SortedMap<Owners, List<Change>> all = new TreeMap<>();
        changes.forEach(change -> all.merge(
                Owners.of(change),
                List.of(change),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        return all;
    }

    /** What can be reached now and could not before. */
    public List<Change> widenings() {
        return changes.stream().filter(Change::isWidening).toList();
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Compares two sets of manifests. */
    public static MeshDiff between(MeshVerifier before, MeshVerifier after, DiffOptions options) {
        return new Comparison(before, after, options).result();
    }
}
