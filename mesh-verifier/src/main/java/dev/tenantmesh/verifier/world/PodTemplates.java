package dev.tenantmesh.verifier.world;

import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.Map;
import java.util.Optional;

/** Where each kind of workload says what its pods are like. */
public final class PodTemplates {

    private static final Map<String, String[]> PATHS = Map.ofEntries(
            Map.entry("/Pod", new String[0]),
            Map.entry("/ReplicationController", new String[] {"spec", "template"}),
            Map.entry("apps/Deployment", new String[] {"spec", "template"}),
            Map.entry("apps/ReplicaSet", new String[] {"spec", "template"}),
            Map.entry("apps/StatefulSet", new String[] {"spec", "template"}),
            Map.entry("apps/DaemonSet", new String[] {"spec", "template"}),
            Map.entry("apps.openshift.io/DeploymentConfig", new String[] {"spec", "template"}),
            Map.entry("batch/Job", new String[] {"spec", "template"}),
            Map.entry("batch/CronJob", new String[] {"spec", "jobTemplate", "spec", "template"}));

    private PodTemplates() {}

    /** The template of a workload, with {@code metadata} and {@code spec}; empty for an object that makes no pods. */
    public static Optional<Mapping> of(Manifest manifest) {
        return Optional.ofNullable(PATHS.get(manifest.group() + "/" + manifest.kind()))
                .map(path -> manifest.body().at(path));
    }
}
