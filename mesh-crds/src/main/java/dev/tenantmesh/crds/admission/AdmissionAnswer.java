package dev.tenantmesh.crds.admission;

import java.util.List;
import java.util.Optional;

/**
 * What admission says of a request.
 *
 * @param refusal what is answered if it is certainly refused; empty: it may be admitted
 * @param unknown what could not be found out of policies that might have refused it, one sentence each
 */
public record AdmissionAnswer(Optional<String> refusal, List<String> unknown) {

    public AdmissionAnswer {
        unknown = List.copyOf(unknown);
    }

    /** Whether it is certainly refused. */
    public boolean isRefused() {
        return refusal.isPresent();
    }
}
