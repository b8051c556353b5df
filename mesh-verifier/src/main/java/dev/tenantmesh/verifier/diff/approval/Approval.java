package dev.tenantmesh.verifier.diff.approval;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.diff.Edge;
import dev.tenantmesh.verifier.diff.End;
import dev.tenantmesh.verifier.diff.PortSet;
import dev.tenantmesh.verifier.world.AddressRange;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Widenings that somebody approved.
 *
 * @param from the source: an owner, {@code namespace/*}, a pod as answers call it, or a CIDR
 * @param to the destination, written likewise
 * @param ports on which ports
 * @param how {@code any}, {@code mtls}, or what answers say, such as {@code plaintext}
 * @param owner who approved
 * @param reason why
 * @param expires its last day
 * @param origin where it was written
 */
public record Approval(
        String from,
        String to,
        PortSet ports,
        String how,
        String owner,
        String reason,
        LocalDate expires,
        Origin origin) {

    /** Whether it is about an edge, on whatever ports. */
    boolean isAbout(Edge edge) {
        return names(from, edge.source()) && names(to, edge.destination()) && isAbout(edge.how());
    }

    private boolean isAbout(String way) {
        boolean mutual = way.equals(Edge.TUNNEL) || way.startsWith(Edge.IDENTITY);
        return how.equals("any") || how.equals(way) || (how.equals("mtls") && mutual);
    }

    private static boolean names(String written, End end) {
        AddressRange range = end.range();
        Optional<AddressRange> cidr = range == null ? Optional.empty() : AddressRange.ofCidr(written);
        return written.equals(end.id())
                || written.equals(end.owner())
                || (!end.namespace().isEmpty() && written.equals(end.namespace() + "/*"))
                || (range != null
                        && cidr.filter(approved -> approved.contains(range)).isPresent());
    }
}
