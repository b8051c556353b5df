package dev.tenantmesh.crds;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantmesh.crds.schema.Refusal;
import dev.tenantmesh.crds.syntax.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * NetworkPolicy as the API server validates it, written down like a definition.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go">validation.go</a>
 */
final class NetworkPolicyRules {

    static final KindName NAME = new KindName("networking.k8s.io/v1", "NetworkPolicy");

    private static final String YAML = """
            type: object
            properties:
              spec:
                type: object
                properties:
                  podSelector: &selector
                    type: object
                    properties:
                      matchLabels:
                        type: object
                        additionalProperties: &labelValue
                          type: string
                          maxLength: 63
                          pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$'
                        x-kubernetes-validations:
                          - {rule: 'self.all(key, !format.qualifiedName().validate(key).hasValue())', message: not the key of a label}
                      matchExpressions:
                        type: array
                        items:
                          type: object
                          required: [key, operator]
                          properties:
                            key:
                              type: string
                              x-kubernetes-validations:
                                - {rule: '!format.qualifiedName().validate(self).hasValue()', message: not the key of a label}
                            operator: {type: string, enum: [In, NotIn, Exists, DoesNotExist]}
                            values: {type: array, items: *labelValue}
                          x-kubernetes-validations:
                            - rule: (has(self.values) && self.values.size() > 0) == (self.operator in ['In', 'NotIn'])
                              message: values must be given with In and NotIn, and only there
                  policyTypes:
                    type: array
                    maxItems: 2
                    items: {type: string, enum: [Ingress, Egress]}
                  ingress:
                    type: array
                    items:
                      type: object
                      properties:
                        ports: &ports
                          type: array
                          items:
                            type: object
                            properties:
                              protocol: {type: string, enum: [TCP, UDP, SCTP]}
                              port:
                                x-kubernetes-int-or-string: true
                                x-kubernetes-validations:
                                  - rule: "type(self) == string
                                      ? self.size() <= 15 && self.matches('^[a-z0-9]+(-[a-z0-9]+)*$') && self.matches('[a-z]')
                                      : 1 <= self && self <= 65535"
                                    message: must be from 1 to 65535 or the name of a port
                              endPort: {type: integer, minimum: 1, maximum: 65535}
                            x-kubernetes-validations:
                              - rule: "!has(self.endPort) || has(self.port) && type(self.port) == int"
                                message: endPort may only be given with a port that is a number
                              - rule: "!has(self.endPort) || !has(self.port) || type(self.port) == string
                                  || self.endPort >= self.port"
                                message: endPort must not be smaller than port
                        from: &peers
                          type: array
                          items:
                            type: object
                            properties:
                              podSelector: *selector
                              namespaceSelector: *selector
                              ipBlock:
                                type: object
                                required: [cidr]
                                properties:
                                  cidr: &cidr
                                    type: string
                                    x-kubernetes-validations:
                                      - {rule: isCIDR(self), message: must be an address block}
                                  except: {type: array, items: *cidr}
                                x-kubernetes-validations:
                                  - rule: "!has(self.except) || !isCIDR(self.cidr) || self.except.all(e, !isCIDR(e)
                                      || cidr(self.cidr).containsCIDR(e)
                                      && cidr(e).prefixLength() > cidr(self.cidr).prefixLength())"
                                    message: except must be strict subsets of cidr
                            x-kubernetes-validations:
                              - rule: has(self.podSelector) || has(self.namespaceSelector) || has(self.ipBlock)
                                message: must specify a peer
                              - rule: "!has(self.ipBlock) || !has(self.podSelector) && !has(self.namespaceSelector)"
                                message: may not specify both ipBlock and another peer
                  egress:
                    type: array
                    items:
                      type: object
                      properties:
                        ports: *ports
                        to: *peers
            """;

    static final CrdVersion V1 = new CrdVersion(
            NAME,
            true,
            true,
            new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(YAML)),
            JsonPointer.empty());

    private NetworkPolicyRules() {}

    static List<Refusal> check(JsonNode object) {
        List<Refusal> all = new ArrayList<>(V1.check(object));
        JsonPointer spec = JsonPointer.compile("/spec");
        peers(object, spec, "ingress", "from").forEach(peer -> checkSpelling(object, peer, all));
        peers(object, spec, "egress", "to").forEach(peer -> checkSpelling(object, peer, all));
        return all;
    }

    private static Stream<JsonPointer> peers(JsonNode object, JsonPointer spec, String rules, String peers) {
        return items(object, spec.appendProperty(rules)).flatMap(rule -> items(object, rule.appendProperty(peers)));
    }

    private static Stream<JsonPointer> items(JsonNode object, JsonPointer list) {
        return java.util.stream.IntStream.range(0, object.at(list).size()).mapToObj(list::appendIndex);
    }

    private static void checkSpelling(JsonNode object, JsonPointer peer, List<Refusal> all) {
        JsonPointer block = peer.appendProperty("ipBlock");
        Stream.concat(Stream.of(block.appendProperty("cidr")), items(object, block.appendProperty("except")))
                .forEach(at -> {
                    String text = object.at(at).asText();
                    Cidr.parse(text)
                            .filter(cidr -> !Cidr.isCanonical(text))
                            .ifPresent(cidr -> all.add(disputed(at, text, cidr)));
                });
    }

    /** Host bits and other spellings: newer API servers warn or refuse. */
    private static Refusal disputed(JsonPointer at, String text, Cidr cidr) {
        String canonical = cidr.masked().toString();
        String why = "Newer API servers want the one spelling of a network: " + canonical + ".";
        return new Refusal(Refusal.Kind.DISPUTED_VALUE, at, text, why, List.of(canonical));
    }
}
