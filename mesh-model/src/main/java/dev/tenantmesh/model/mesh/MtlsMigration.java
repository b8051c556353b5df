package dev.tenantmesh.model.mesh;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.time.LocalDate;
import java.util.List;

/**
 * The way of a mesh to mutual TLS, namespace by namespace. While it lasts, clients that the model permits may come in
 * plaintext to namespaces that are not locked yet, and NetworkPolicy alone bounds them. It is an exemption of the whole
 * mesh, so it has an owner, a reason and a last day. It ends by removing it: then the whole mesh is locked.
 *
 * @param stage how far it has come
 * @param strict the namespaces that are locked already
 * @param owner who answers for it
 * @param reason why
 * @param expires the last day it holds
 * @see <a href="https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/">Mutual TLS Migration</a>
 */
@ModelRecord
public record MtlsMigration(
        Stage stage, @Syntax(Syntax.Of.LABEL) List<String> strict, String owner, String reason, LocalDate expires) {

    public MtlsMigration {
        strict = List.copyOf(strict);
    }

    /** The stages before the last, which is a mesh without a migration. */
    public enum Stage {
        /** Every namespace takes plaintext and mutual TLS. */
        @JsonProperty("permissive")
        PERMISSIVE,
        /** Those that are named take mutual TLS only, the others both. */
        @JsonProperty("namespaces")
        NAMESPACES
    }

    /** Whether a namespace takes nothing but mutual TLS by now. */
    public boolean isLocked(String namespace) {
        return strict.contains(namespace);
    }
}
