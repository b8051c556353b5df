package dev.tenantmesh.verifier.assertion;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.Owners;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.document.Statement;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.proof.Proof;
import dev.tenantmesh.verifier.proof.ProofText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Assertions about manifests. Each is a claim that is proved; one that does not hold, is not known or is about nobody
 * fails with who can open what, what every layer made of it, and what to change.
 */
public final class MeshAssert {

    private final Manifests manifests;
    private final ClusterProfile profile;
    private final Evidence evidence;

    private MeshAssert(Manifests manifests, ClusterProfile profile, Evidence evidence) {
        this.manifests = manifests;
        this.profile = profile;
        this.evidence = evidence;
    }

    static MeshAssert of(Manifests manifests) {
        return of(manifests, ClusterProfile.KUBERNETES, Owners.NONE, Level.HOSTILE_SOURCE);
    }

    private static MeshAssert of(Manifests manifests, ClusterProfile profile, Owners owners, Level level) {
        MeshVerifier verifier = MeshVerifier.of(manifests, profile, new Problems());
        return new MeshAssert(manifests, profile, new Evidence(verifier, owners, level));
    }

    /** The same where owners have several namespaces, or may write policies. */
    public MeshAssert where(Owner... owners) {
        Map<String, Set<String>> namespaces = new TreeMap<>();
        Set<String> writable = new TreeSet<>();
        for (Owner owner : owners) {
            namespaces.put(owner.name(), owner.namespaces());
            writable.addAll(owner.writable());
        }
        return of(manifests, profile, new Owners(namespaces, writable), evidence.level());
    }

    /** The same against other owners. */
    public MeshAssert against(Level level) {
        return of(manifests, profile, evidence.owners(), level);
    }

    /** The same in another cluster. */
    public MeshAssert in(ClusterProfile cluster) {
        return of(manifests, cluster, evidence.owners(), evidence.level());
    }

    /** Assertions about every pod of a tenant. */
    public PartyAssert tenant(String name) {
        return about(MeshAssertions.tenant(name));
    }

    /** Assertions about every pod of a namespace. */
    public PartyAssert namespace(String name) {
        return about(MeshAssertions.namespace(name));
    }

    /** Assertions about pods, in the words of {@link MeshAssertions#pod}. */
    public PartyAssert pod(String written) {
        return about(MeshAssertions.pod(written));
    }

    /** Assertions about somebody. */
    public PartyAssert about(Who who) {
        return new PartyAssert(this, party(who));
    }

    Party party(Who who) {
        return who.in(evidence.verifier().world(), evidence.owners());
    }

    List<Party> parties(Who... all) {
        return Arrays.stream(all).map(this::party).toList();
    }

    /** The words of a claim about somebody. */
    Statement claim(String intent, Party party) {
        Set<String> known = evidence.verifier().world().namespaces().keySet();
        return new Statement(intent + "/" + party.title(), Origin.ofModel("assertion"), known);
    }

    /** Proves a claim. */
    void prove(Claim claim) {
        Proof proof = Proof.of(List.of(claim), evidence);
        if (!proof.isGood(true)) {
            List<String> lines = new ArrayList<>(ProofText.lines(proof.claims().get(0)));
            lines.add("");
            lines.addAll(proof.assumptions().sentences());
            throw new AssertionError(String.join("\n", lines));
        }
    }
}
