package dev.tenantmesh.maven.migration;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.model.Folders;
import dev.tenantmesh.verifier.claim.model.ModelClaims;
import dev.tenantmesh.verifier.claim.model.ModelEvidence;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.proof.Proof;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a cluster holds at one moment: what a model says, and the manifests made of it, read back from their text.
 *
 * @param model what is promised
 * @param set what is in the cluster
 */
record Stage(MeshModel model, ManifestSet set) {

    /** The cluster of a name. */
    Site site(String name) {
        return model.sites().stream()
                .filter(site -> site.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What the model promises of a cluster, held against the manifests in a folder of the set. */
    Proof proof(Site site, String folder) {
        ModelEvidence known = evidence(
                site, Folders.manifests(site, name -> read(name.equals(site.name()) ? folder : name), new Problems()));
        return Proof.of(ModelClaims.of(site.model(), site.platform()), known.evidence())
                .assuming(known.assumptions());
    }

    /** The manifests of a cluster with those of the pods that run there. */
    ModelEvidence evidence(Site site, Manifests workloads) {
        return ModelEvidence.of(site.model(), site.platform(), workloads, Level.HOSTILE_SOURCE, new Problems());
    }

    /** The objects that hold in a cluster, and others beside them that it has not. */
    Manifests read(Site site, Manifests others) {
        Manifests own = Folders.manifests(site, this::read, new Problems());
        Set<String> known = own.all().stream().map(Manifest::identity).collect(Collectors.toSet());
        Stream<Manifest> beside = others.all().stream().filter(manifest -> !known.contains(manifest.identity()));
        return new Manifests(Stream.concat(own.all().stream(), beside).toList(), own.others());
    }

    Manifests read(String folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        set.files().forEach((path, file) -> {
            if (path.startsWith(folder + "/")) {
                files.put(path, file.text().getBytes(StandardCharsets.UTF_8));
            }
        });
        return ManifestLoader.load(files, "", LoadOptions.DEFAULT, new Problems());
    }
}
