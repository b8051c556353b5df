package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.policy.mesh.JoinedClusters;
import dev.tenantmesh.verifier.policy.mesh.ServedElsewhere;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whence the manifests of one cluster come.
 *
 * @param roots its files and folders
 * @param primary the folder of the cluster whose control plane serves it, if that is another one
 * @param options how they are read
 */
record ManifestSources(List<Path> roots, Optional<Path> primary, LoadOptions options) {

    ManifestSources {
        roots = List.copyOf(roots);
    }

    /** What holds in the cluster. */
    Manifests read(Problems problems) {
        return read(paths -> ManifestLoader.load(paths, options, problems), problems);
    }

    /** What holds in the cluster, read in another way than from the disk as it is. */
    Manifests read(Function<List<Path>, Manifests> reader, Problems problems) {
        Manifests own = reader.apply(roots);
        return primary.map(folder -> served(own, reader.apply(List.of(folder)), problems))
                .orElse(own);
    }

    private static Manifests served(Manifests own, Manifests primary, Problems problems) {
        List<ServedElsewhere> remotes = ServedElsewhere.in(own);
        if (remotes.isEmpty()) {
            problems.error(
                    ProblemCode.SETTING_INVALID,
                    Origin.ofModel("mesh.primary"),
                    "",
                    "No control plane of these manifests is in another cluster.",
                    "Name the folder of the remote cluster under mesh.manifests, or leave mesh.primary out.");
        }
        Manifests joined = own;
        for (ServedElsewhere remote : remotes) {
            joined = new JoinedClusters(remote, remote.members(own), remote.members(primary))
                    .of(joined, primary, problems);
        }
        return joined;
    }
}
