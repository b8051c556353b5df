package dev.tenantmesh.generator.acceptance;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Functions that rules may use beside those of CEL: {@code isURL}, {@code url}, {@code isIP} and {@code isCIDR} of the
 * API server, and what {@link NetworkPolicySchema} asks for.
 */
final class CelFunctions {

    private static final CelType URL = OpaqueType.create("kubernetes.URL");

    private CelFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                predicate("isURL"),
                global("url", URL, SimpleType.STRING),
                member("getScheme"),
                member("getHostname"),
                predicate("isIP"),
                predicate("isCIDR"),
                predicate("isCanonicalCIDR"),
                global("isStrictSubnet", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING),
                predicate("isLabelKey"),
                predicate("isPortName"));
    }

    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from(
                        "isURL", String.class, text -> parse(text).isPresent()),
                CelFunctionBinding.from("url", String.class, text -> parse(text).orElseThrow()),
                CelFunctionBinding.from("getScheme", URI.class, url -> Objects.toString(url.getScheme(), "")),
                CelFunctionBinding.from("getHostname", URI.class, url -> Objects.toString(url.getHost(), "")),
                CelFunctionBinding.from(
                        "isIP", String.class, text -> Cidr.parse(text + "/0").isPresent()),
                CelFunctionBinding.from(
                        "isCIDR", String.class, text -> Cidr.parse(text).isPresent()),
                CelFunctionBinding.from("isCanonicalCIDR", String.class, Cidr::isCanonical),
                CelFunctionBinding.from("isStrictSubnet", String.class, String.class, CelFunctions::isStrictSubnet),
                CelFunctionBinding.from("isLabelKey", String.class, Syntax::isLabelKey),
                CelFunctionBinding.from("isPortName", String.class, Syntax::isPortName));
    }

    private static CelFunctionDecl predicate(String name) {
        return global(name, SimpleType.BOOL, SimpleType.STRING);
    }

    private static CelFunctionDecl global(String name, CelType result, CelType... parameters) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name, result, parameters));
    }

    private static CelFunctionDecl member(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload(name, SimpleType.STRING, URL));
    }

    /** Like Go's url.ParseRequestURI: an absolute URL or an absolute path. */
    private static Optional<URI> parse(String text) {
        try {
            URI url = URI.create(text);
            return url.isAbsolute() || text.startsWith("/") ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isStrictSubnet(String inner, String outer) {
        Optional<Cidr> network = Cidr.parse(outer);
        return Cidr.parse(inner)
                .filter(part -> network.stream().anyMatch(whole -> whole.strictlyContains(part)))
                .isPresent();
    }
}
