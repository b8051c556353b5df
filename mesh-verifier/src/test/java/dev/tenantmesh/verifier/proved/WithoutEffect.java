package dev.tenantmesh.verifier.proved;

import java.util.List;
import java.util.Set;

/**
 * Damage that no claim has to notice, each with the reason: it changes nothing of who reaches whom, or another object says
 * the same once more.
 *
 * @param kinds which objects
 * @param path which fields, as a pattern; the whole path, or {@code ""} for the object itself
 * @param change what is done to them, as a pattern
 * @param because why no claim has to notice
 */
record WithoutEffect(Set<String> kinds, String path, String change, String because) {

    private static final String ANY = ".*";

    static final List<WithoutEffect> ALL = List.of(
            of(
                            ANY,
                            "metadata\\.(labels|annotations).*",
                            ANY,
                            "labels and annotations of policies and routes select nothing")
                    .only(
                            "NetworkPolicy",
                            "AuthorizationPolicy",
                            "PeerAuthentication",
                            "Gateway",
                            "VirtualService",
                            "Route",
                            "Istio",
                            "ServiceMeshControlPlane"),
            of(ANY, "spec\\.(in|e)gress\\.ports\\.protocol", "is missing", "TCP is what a missing protocol means")
                    .only("NetworkPolicy"),
            of(ANY, "spec\\.podSelector", "is missing", "every pod is what a missing selector means")
                    .only("NetworkPolicy"),
            of(ANY, "spec\\.policyTypes", ANY, "other policies close the same pods in both directions")
                    .only("NetworkPolicy"),
            of(ANY, "(spec)?", "(left out|is missing)", "policies that open something close the same pods, too")
                    .only("NetworkPolicy"),
            of(ANY, "spec\\.action", "is missing", "ALLOW is what a missing action means")
                    .only("AuthorizationPolicy"),
            of(ANY, "(spec.*)?", ANY, "a guard denies once more what nothing allows")
                    .only("guard"),
            of(ANY, "(spec.*)?", ANY, "the mode of the mesh is once more that of each of its namespaces")
                    .only("PeerAuthentication"));

    private static WithoutEffect of(String kind, String path, String change, String because) {
        return new WithoutEffect(Set.of(kind), path, change, because);
    }

    private WithoutEffect only(String... names) {
        return new WithoutEffect(Set.of(names), path, change, because);
    }

    /** Whether it is about some damage to an object of a kind; guards are a kind of their own. */
    boolean covers(String kind, Mutants.Mutant mutant) {
        return kinds.contains(kind)
                && mutant.path().matches(path)
                && mutant.change().matches(change);
    }
}
