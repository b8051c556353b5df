package dev.tenantmesh.verifier.assertion;

import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.claim.document.Ports;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.List;

/** Assertions about one party. */
public final class PartyAssert {

    private final MeshAssert mesh;
    private final Party party;

    PartyAssert(MeshAssert mesh, Party party) {
        this.mesh = mesh;
        this.party = party;
    }

    /** More assertions about the same manifests. */
    public MeshAssert and() {
        return mesh;
    }

    /** None of them can open any port of somebody, in any way. */
    public PartyAssert cannotReach(Who other) {
        Party to = mesh.party(other);
        mesh.prove(mesh.claim("cannot-reach", to).nobody(party, to, List.of()));
        return this;
    }

    /** Nobody but themselves and these can open any port of theirs. */
    public PartyAssert isReachedOnlyBy(Who... others) {
        List<Permission> except = mesh.parties(others).stream()
                .map(from -> new Permission(from, party, Ports.all(), Manner.ANY, from.title()))
                .toList();
        mesh.prove(mesh.claim("closed", party).nobody(null, party, except));
        return this;
    }

    /** Nobody can open any port of theirs in plaintext. */
    public PartyAssert takesNoPlaintext() {
        mesh.prove(mesh.claim("no-plaintext", party).noPlaintext(party, List.of()));
        return this;
    }

    /** They can open nothing but each other and these. */
    public PartyAssert isContainedBut(Who... others) {
        List<Permission> except = mesh.parties(others).stream()
                .map(to -> new Permission(party, to, Ports.all(), Manner.ANY, to.title()))
                .toList();
        mesh.prove(mesh.claim("contained", party).contained(party, except));
        return this;
    }

    /** They reach somebody, on a port that is to be named. */
    public Reach reaches(Who other) {
        return new Reach(mesh.party(other));
    }

    /** The same, in the words of {@link MeshAssertions#pod}. */
    public Reach reaches(String other) {
        return reaches(MeshAssertions.pod(other));
    }

    /** Who is reached. */
    public final class Reach {

        private final Party to;

        private Reach(Party to) {
            this.to = to;
        }

        /** On a port of the pod, such as {@code tcp/8080}: each of them can, in whatever way. */
        public Reached on(String port) {
            Reached reached = new Reached(to, List.of(portRange(port)));
            reached.over(Manner.ANY, "");
            return reached;
        }
    }

    /** Who is reached where. */
    public final class Reached {

        private final Party to;
        private final List<PortRange> ports;

        private Reached(Party to, List<PortRange> ports) {
            this.to = to;
            this.ports = ports;
        }

        /** And in this way. */
        public PartyAssert over(Manner manner) {
            return over(manner, manner.equals(Manner.PLAINTEXT) ? " in plaintext" : " over mutual TLS");
        }

        private PartyAssert over(Manner manner, String words) {
            mesh.prove(mesh.claim("reaches", to).reaches(new Permission(party, to, ports, manner, words)));
            return PartyAssert.this;
        }

        /** More assertions about who reaches them. */
        public PartyAssert also() {
            return PartyAssert.this;
        }
    }

    private static PortRange portRange(String written) {
        return Ports.of(written).range();
    }
}
