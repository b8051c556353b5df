package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** NetworkPolicy as the API server validates it (pkg/apis/networking/validation), written down like a CRD. */
final class NetworkPolicySchema {

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
                          - {rule: 'self.all(key, isLabelKey(key))', message: not the key of a label}
                      matchExpressions:
                        type: array
                        items:
                          type: object
                          required: [key, operator]
                          properties:
                            key:
                              type: string
                              x-kubernetes-validations:
                                - {rule: isLabelKey(self), message: not the key of a label}
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
                                  - rule: "type(self) == string ? isPortName(self) : 1 <= self && self <= 65535"
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
                                      - {rule: isCanonicalCIDR(self), message: not a CIDR in its canonical form}
                                  except: {type: array, items: *cidr}
                                x-kubernetes-validations:
                                  - rule: "!has(self.except) || self.except.all(e, isStrictSubnet(e, self.cidr))"
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
            new KindName("networking.k8s.io/v1", "NetworkPolicy"),
            true,
            true,
            new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(YAML)));

    private NetworkPolicySchema() {}
}
