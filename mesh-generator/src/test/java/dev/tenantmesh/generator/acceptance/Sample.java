package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Manifests as tests write them down. */
final class Sample {

    private static final YAMLMapper YAML = new YAMLMapper();

    private Sample() {}

    static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A namespaced object with this spec, in flow style. */
    static JsonNode object(String apiVersion, String kind, String spec) {
        return yaml("{apiVersion: %s, kind: %s, metadata: {name: sample, namespace: app}, spec: %s}"
                .formatted(apiVersion, kind, spec));
    }
}
