package dev.tenantmesh.verifier.diff.approval;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.diff.Change;
import dev.tenantmesh.verifier.diff.MeshDiff;
import dev.tenantmesh.verifier.diff.PortSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which widenings somebody approved, and which nobody did.
 *
 * @param open widenings that no approval covers, each on the ports that are left
 * @param approved the others
 */
public record Review(List<Change> open, List<Approved> approved) {

    /**
     * A widening on ports that an approval covers.
     *
     * @param change the widening
     * @param approval the approval
     */
    public record Approved(Change change, Approval approval) {}

    public Review {
        open = List.copyOf(open);
        approved = List.copyOf(approved);
    }

    /**
     * Holds approvals against widenings.
     *
     * @param asOf the day on which approvals must still hold; null: nobody checks, which is reported
     */
    public static Review of(MeshDiff diff, List<Approval> approvals, @Nullable LocalDate asOf, Problems problems) {
        List<Approval> valid = approvals.stream()
                .filter(approval -> isValid(approval, asOf, problems))
                .toList();
        List<Change> open = new ArrayList<>();
        List<Approved> approved = new ArrayList<>();
        diff.widenings().forEach(change -> split(change, valid, open, approved));
        Set<Approval> used = new HashSet<>();
        approved.forEach(one -> used.add(one.approval()));
        valid.stream().filter(approval -> !used.contains(approval)).forEach(unused -> reportUnused(unused, problems));
        return new Review(open, approved);
    }

    private static boolean isValid(Approval approval, @Nullable LocalDate asOf, Problems problems) {
        String written = approval.expires().toString();
        if (asOf == null) {
            String why = "Expiry not checked: the clock is never asked, and no day was given.";
            String fix = "Add -Dmesh.asOf=<yyyy-mm-dd>.";
            problems.warning(ProblemCode.APPROVAL_EXPIRY, approval.origin(), written, why, fix);
            return true;
        }
        if (approval.expires().isBefore(asOf)) {
            String why = "The approval was over before " + asOf + ", so it approves nothing.";
            String fix = "Close what it approved, or have " + approval.owner() + " approve it anew.";
            problems.warning(ProblemCode.APPROVAL_EXPIRY, approval.origin(), written, why, fix);
            return false;
        }
        return true;
    }

    private static void split(Change change, List<Approval> approvals, List<Change> open, List<Approved> approved) {
        PortSet left = change.ports();
        for (Approval approval : approvals) {
            PortSet covered = approval.isAbout(change.edge()) ? left.and(approval.ports()) : PortSet.NONE;
            if (!covered.isEmpty()) {
                approved.add(new Approved(change.on(covered), approval));
                left = left.without(covered);
            }
        }
        if (!left.isEmpty()) {
            open.add(change.on(left));
        }
    }

    private static void reportUnused(Approval approval, Problems problems) {
        problems.warning(
                ProblemCode.APPROVAL_UNUSED,
                approval.origin(),
                approval.from() + " -> " + approval.to(),
                "Nothing that became reachable is what it approves, or another approval covers it.",
                "Remove it, so that it approves nothing to come.");
    }
}
