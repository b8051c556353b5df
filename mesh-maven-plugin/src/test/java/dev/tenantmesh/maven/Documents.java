package dev.tenantmesh.maven;

/** Small models for the tests. */
final class Documents {

    /** One tenant with one workload; nothing to remark. */
    static final String ONE_TENANT = """
            apiVersion: tenantmesh.dev/v1
            kind: Platform
            name: istio
            distribution: {type: kubernetes, version: "1.34"}
            mesh: {type: istio, version: "1.30"}
            network:
              cni: calico
              podCIDRs: [10.244.0.0/16]
              serviceCIDRs: [10.96.0.0/12]
              apiServerCIDRs: [192.0.2.10/32]
            tenants:
              - {name: web, namespaces: ["web-*"], hosts: []}
            guardrails: {mtls: STRICT}
            ---
            apiVersion: tenantmesh.dev/v1
            kind: Mesh
            name: shop
            controlPlane: {name: shop, namespace: shop-mesh}
            trustDomain: shop.example.com
            isolation: {boundary: tenant}
            ---
            apiVersion: tenantmesh.dev/v1
            kind: Tenant
            name: web
            mesh: shop
            namespaces:
              - name: web-prod
                workloads:
                  - name: storefront
                    selector: {app.kubernetes.io/name: storefront}
                    serviceAccount: storefront
                    services: [{name: storefront, ports: [{name: http, port: 80, targetPort: 8080}]}]
            """;

    /** The same with an exemption until the end of March 2027, which line 27 says. */
    static final String WITH_EXEMPTION = ONE_TENANT
            .replace("isolation: {boundary: tenant}\n", """
                    isolation: {boundary: tenant}
                    exemptions:
                      - rule: mtls
                        at: {namespace: web-prod}
                        allow: PERMISSIVE
                        owner: platform-security
                        reason: clients outside the mesh
                        expires: 2027-03-31
                    """)
            .replace("  - name: web-prod\n", "  - name: web-prod\n    mtls: {mode: PERMISSIVE}\n");

    /** The same with two mistakes. */
    static final String BROKEN =
            ONE_TENANT.replace("boundary: tenant", "boundry: tenant").replace("port: 80,", "port: 80000,");

    private Documents() {}
}
