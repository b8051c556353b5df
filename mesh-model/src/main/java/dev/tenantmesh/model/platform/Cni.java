package dev.tenantmesh.model.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * How the mesh's CNI plugin is called for a pod.
 *
 * @param provider absent: multus on OpenShift, chained elsewhere
 * @param networkAttachment who makes the NetworkAttachmentDefinitions; absent: the operator where there is one
 */
@ModelRecord
public record Cni(@Nullable Provider provider, @Nullable NetworkAttachment networkAttachment) {

    /** Who calls the plugin. */
    public enum Provider {
        @JsonProperty("multus")
        MULTUS,
        @JsonProperty("chained")
        CHAINED
    }

    /** Who makes the NetworkAttachmentDefinitions. */
    public enum NetworkAttachment {
        @JsonProperty("operator")
        OPERATOR,
        @JsonProperty("committed")
        COMMITTED
    }
}
