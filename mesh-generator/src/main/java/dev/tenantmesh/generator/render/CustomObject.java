package dev.tenantmesh.generator.render;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/**
 * A typed object of a kind that fabric8 has no class for; of the same shape as theirs, so that any fabric8 client
 * takes it.
 *
 * @param <S> its spec, a record
 */
@JsonAutoDetect(
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        fieldVisibility = JsonAutoDetect.Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"apiVersion", "kind", "metadata", "spec"})
public abstract class CustomObject<S extends Record> implements HasMetadata {

    private static final long serialVersionUID = 1L;

    @JsonProperty
    private String apiVersion;

    @JsonProperty
    private final String kind;

    @JsonProperty
    private ObjectMeta metadata;

    @JsonProperty
    private final transient S spec;

    protected CustomObject(String apiVersion, String kind, ObjectMeta metadata, S spec) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.metadata = metadata;
        this.spec = spec;
    }

    public S getSpec() {
        return spec;
    }

    @Override
    public String getKind() {
        return kind;
    }

    @Override
    public String getApiVersion() {
        return apiVersion;
    }

    @Override
    public void setApiVersion(String version) {
        apiVersion = version;
    }

    @Override
    public ObjectMeta getMetadata() {
        return metadata;
    }

    @Override
    public void setMetadata(ObjectMeta metadata) {
        this.metadata = metadata;
    }
}
