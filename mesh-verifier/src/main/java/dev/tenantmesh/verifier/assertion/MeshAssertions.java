package dev.tenantmesh.verifier.assertion;

import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.load.Manifests;

/** Where assertions about manifests begin, and the words in them. */
public final class MeshAssertions {

    private MeshAssertions() {}

    /** Assertions about manifests, against whoever owns the source of a connection and does what they can. */
    public static MeshAssert assertThat(Manifests manifests) {
        return MeshAssert.of(manifests);
    }

    /** An owner, who is to be told which namespaces are theirs. */
    public static Owner owner(String name) {
        return new Owner(name, java.util.Set.of(), java.util.Set.of());
    }

    /** Every pod of a tenant. */
    public static Who tenant(String name) {
        return new Who.Tenant(name);
    }

    /** Every pod of a namespace. */
    public static Who namespace(String name) {
        return new Who.OfNamespace(name);
    }

    /**
     * The pods of a workload, {@code namespace/workload}; pods that are in no manifest, {@code namespace/key=value}; an
     * address or CIDR; or {@code node}.
     */
    public static Who pod(String written) {
        return new Who.Written(written);
    }

    /** Everybody. */
    public static Who anyone() {
        return new Who.Anyone();
    }

    /** Over mutual TLS, whoever shows a certificate. */
    public static Manner mtls() {
        return Manner.MUTUAL;
    }

    /** Over mutual TLS as one service account. */
    public static Manner mtls(String namespace, String serviceAccount) {
        return Manner.of(namespace, serviceAccount);
    }

    /** In plaintext. */
    public static Manner plaintext() {
        return Manner.PLAINTEXT;
    }
}
