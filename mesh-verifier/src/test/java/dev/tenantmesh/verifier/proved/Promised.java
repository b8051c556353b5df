package dev.tenantmesh.verifier.proved;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.model.Folders;
import dev.tenantmesh.verifier.claim.model.ModelClaims;
import dev.tenantmesh.verifier.claim.model.ModelEvidence;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a model promises of one platform, and manifests that keep it or do not. */
record Promised(MeshModel model, Platform platform, Manifests manifests) {

    /** An example with its committed manifests. */
    static Promised of(Path example, String platform) {
        return of(MeshModel.read(example.resolve("src/main/mesh")), example.resolve("deploy"), platform);
    }

    static Promised of(MeshModel model, Path deploy, String platform) {
        Problems problems = new Problems();
        Site found = model.sites().stream()
                .filter(known -> known.name().equals(platform))
                .findFirst()
                .orElseThrow();
        return of(found, folder -> ManifestLoader.load(List.of(deploy.resolve(folder)), LoadOptions.DEFAULT, problems));
    }

    /** A cluster with what holds there. */
    static Promised of(Site site, Function<String, Manifests> read) {
        return new Promised(site.model(), site.platform(), Folders.manifests(site, read, new Problems()));
    }

    /** The same with one object in another form; without it, if there is none. */
    Promised with(Manifest damaged, Optional<String> text) {
        List<Manifest> others = new ArrayList<>(manifests.all());
        others.remove(damaged);
        text.ifPresent(written -> others.addAll(
                ManifestLoader.read("mutant.yaml", written, new Problems()).all()));
        others.sort(Comparator.comparing(Manifest::identity));
        return new Promised(model, platform, new Manifests(others, manifests.others()));
    }

    /** The same without some objects. */
    Promised without(Predicate<Manifest> gone) {
        List<Manifest> others = manifests.all().stream().filter(gone.negate()).toList();
        return new Promised(model, platform, new Manifests(others, manifests.others()));
    }

    List<Claim> claims() {
        return ModelClaims.of(model, platform);
    }

    /** What the claims are judged by; empty if the manifests are refused. */
    Optional<Evidence> evidence(Level level) {
        try {
            return Optional.of(ModelEvidence.of(model, platform, manifests, level, new Problems())
                    .evidence());
        } catch (ProblemsException refused) {
            return Optional.empty();
        }
    }

    /** The first claim, among those about a namespace before the others, that does not hold. */
    Optional<Claim> broken(String namespace, List<Claim> claims) {
        Optional<Evidence> evidence = evidence(Level.HOSTILE_SOURCE);
        if (evidence.isEmpty()) {
            return Optional.of(claims.get(0));
        }
        return claims.stream()
                .sorted(Comparator.comparing(claim -> !claim.id().contains(namespace)))
                .filter(claim -> !isGood(claim.judge(evidence.get())))
                .findFirst();
    }

    static boolean isGood(Judgement judgement) {
        return judgement.isGood();
    }
}
