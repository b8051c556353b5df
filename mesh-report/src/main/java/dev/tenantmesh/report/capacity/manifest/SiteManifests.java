package dev.tenantmesh.report.capacity.manifest;

import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.model.ModelEvidence;
import dev.tenantmesh.verifier.load.Manifests;
import java.util.List;
import java.util.stream.Stream;

/**
 * The manifests of one cluster.
 *
 * @param site the cluster
 * @param manifests those that are generated, and where they are known those of its tenants
 * @param verifier what they say, completed by what only the documents know
 */
public record SiteManifests(Site site, Manifests manifests, MeshVerifier verifier) {

    /**
     * Reads the manifests of a cluster.
     *
     * @param generated what came of the documents
     * @param own the tenants' own; empty where they are not known
     * @param problems takes everything that is wrong with them
     * @throws dev.tenantmesh.model.problem.ProblemsException if a manifest cannot be understood
     */
    public static SiteManifests of(Site site, Manifests generated, Manifests own, Problems problems) {
        Manifests manifests = new Manifests(
                Stream.concat(generated.all().stream(), own.all().stream()).toList(), generated.others());
        ModelEvidence known = ModelEvidence.of(
                site.model(),
                site.platform(),
                ModelServices.beside(site, manifests, problems),
                Level.ACCIDENT,
                problems);
        return new SiteManifests(site, manifests, known.evidence().verifier());
    }

    /** Workloads with sidecars whose pods are in no manifest. */
    public List<String> missing(List<Scoping> workloads) {
        return workloads.stream()
                .filter(scoping -> scoping.site().equals(site.name()))
                .filter(scoping -> verifier.world().pods().stream()
                        .noneMatch(pod -> pod.namespace()
                                        .name()
                                        .equals(scoping.sidecars().namespace().name())
                                && pod.labels()
                                        .entrySet()
                                        .containsAll(scoping.sidecars()
                                                .workload()
                                                .selector()
                                                .entrySet())))
                .map(Scoping::name)
                .toList();
    }
}
