package dev.tenantmesh.maven;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.model.Folders;
import dev.tenantmesh.verifier.claim.model.ModelClaims;
import dev.tenantmesh.verifier.claim.model.ModelEvidence;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.proof.Proof;
import dev.tenantmesh.verifier.proof.ProofProblems;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Proves of manifests that are still in memory what the model promises; they are read back from their text, as everybody
 * else would read them.
 *
 * @param model the model
 * @param set what was rendered from it
 */
record SelfCheck(MeshModel model, ManifestSet set) {

    static SelfCheck of(MeshModel model, ManifestSet set) {
        return new SelfCheck(model, set);
    }

    /** Reports every claim that does not hold. */
    void prove(Problems problems) {
        model.sites().forEach(site -> prove(site, problems));
    }

    private void prove(Site site, Problems problems) {
        Problems reading = new Problems();
        Manifests manifests = manifests(site, reading);
        ModelEvidence known = ModelEvidence.of(site.model(), site.platform(), manifests, Level.HOSTILE_SOURCE, reading);
        ProofProblems.report(Proof.of(ModelClaims.of(site.model(), site.platform()), known.evidence()), problems);
    }

    /** The manifests that hold in one cluster. */
    Manifests manifests(Site site, Problems problems) {
        return Folders.manifests(
                site, folder -> ManifestLoader.load(files(folder), "", LoadOptions.DEFAULT, problems), problems);
    }

    private SortedMap<String, byte[]> files(String folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        set.files().forEach((path, file) -> {
            if (path.startsWith(folder + "/")) {
                files.put(path, file.text().getBytes(StandardCharsets.UTF_8));
            }
        });
        return files;
    }
}
