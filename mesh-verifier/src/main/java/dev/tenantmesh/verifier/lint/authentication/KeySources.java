package dev.tenantmesh.verifier.lint.authentication;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that the control plane fetches keys from, since a RequestAuthentication says so.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/jwt/#JWTRule">jwksUri</a>
 */
public final class KeySources implements LintRule {

    private static final Pattern URI = Pattern.compile("(https?)://(\\[[^\\]]*\\]|[^/:?#]*).*");
    private static final Pattern INSIDE =
            Pattern.compile("localhost|\\[.*\\]|[0-9.]+|[^.]*|.*\\.svc(\\..*)?|.*\\.(local|internal)");

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of("security.istio.io", "RequestAuthentication")
                .flatMap(policy -> policy.body().at("spec").all("jwtRules").stream())
                .filter(rule -> rule.get("jwksUri") != null)
                .forEach(rule -> check(rule.originOf("jwksUri"), rule.text("jwksUri"), problems));
    }

    private static void check(Origin origin, String uri, Problems problems) {
        Matcher parts = URI.matcher(uri);
        String fix = "Name an address outside over https, or write the keys themselves as `jwks`.";
        if (parts.matches() && INSIDE.matcher(parts.group(2)).matches()) {
            String why =
                    "istiod itself asks this address, from inside the cluster and past the network policies of whoever"
                            + " wrote it.";
            problems.warning(ProblemCode.KEYS_FROM_URI, origin, uri, why, fix);
        } else if (parts.matches() && parts.group(1).equals("http")) {
            String why = "Whoever stands between istiod and the server gives out keys of their own, and with them every"
                    + " identity in a token.";
            problems.warning(ProblemCode.KEYS_FROM_URI, origin, uri, why, fix);
        }
    }
}
