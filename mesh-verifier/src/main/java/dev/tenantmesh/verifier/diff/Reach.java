package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** On which ports an edge is there: where it may be, where it certainly is, and by which lines. */
final class Reach {

    private final List<Piece> pieces = new ArrayList<>();

    /**
     * Ports of one verdict.
     *
     * @param ports the ports
     * @param open how certain it is
     * @param because the lines that decided
     */
    record Piece(PortRange ports, Truth open, List<Origin> because) {

        Piece {
            because = List.copyOf(because);
        }
    }

    void add(Piece piece) {
        pieces.add(piece);
    }

    PortSet may() {
        return PortSet.of(pieces.stream().map(Piece::ports).toList());
    }

    PortSet must() {
        return PortSet.of(pieces.stream()
                .filter(piece -> piece.open().isCertain())
                .map(Piece::ports)
                .toList());
    }

    /** The lines that decided about any of some ports. */
    SortedSet<Origin> because(PortSet ports) {
        SortedSet<Origin> because = new TreeSet<>();
        for (Piece piece : pieces) {
            if (!PortSet.of(List.of(piece.ports())).and(ports).isEmpty()) {
                because.addAll(piece.because());
            }
        }
        return because;
    }
}
