package dev.tenantmesh.model.check.value;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * The syntaxes in the words of JSON Schema, where those can say it; held against {@link SyntaxCheck} by a test. The
 * patterns stay within what Java and JavaScript understand alike.
 */
public final class SyntaxSchema {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String HOST = "(?=.{1,253}$)(?!(.*\\.)?[0-9]+$)" + LABEL + "(\\." + LABEL + ")+";
    private static final String LABEL_VALUE = "([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?";
    private static final String LABEL_KEY =
            "((?=[^/]{1,253}/)" + SUBDOMAIN + "/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
    private static final String PORT =
            "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]";
    private static final int HIGHEST_PORT = 65_535;

    private SyntaxSchema() {}

    /** What a text must be. */
    public static ObjectNode text(Syntax.Of syntax) {
        ObjectNode schema = text(pattern(syntax));
        SyntaxCheck.Violation violation = SyntaxCheck.of(syntax, "\u0000");
        if (violation != null) {
            schema.put("patternErrorMessage", violation.why() + " " + violation.fix());
        }
        return schema;
    }

    /** What a text without a syntax of its own must be: not blank. */
    public static ObjectNode text() {
        return text("\\S");
    }

    /** What a number must be. */
    public static ObjectNode number(Syntax.Of syntax) {
        if (syntax != Syntax.Of.PORT) {
            throw new IllegalStateException("The schema does not know numbers of the syntax " + syntax);
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", HIGHEST_PORT);
    }

    /** What the keys of a map must be. */
    public static ObjectNode key(Syntax.Of syntax) {
        return isKeyed(syntax) ? text(whole(LABEL_KEY)) : text(syntax);
    }

    /** Whether the values of a map have the syntax, too, and its keys are those of labels. */
    public static boolean isKeyed(Syntax.@Nullable Of syntax) {
        return syntax == Syntax.Of.LABELS || syntax == Syntax.Of.ANNOTATIONS;
    }

    /** A value of the syntax. */
    public static String sample(Syntax.Of syntax) {
        return switch (syntax) {
            case LABEL, SUBDOMAIN, SERVICE, PORT_NAME, NAMESPACE_PATTERN, SCOPED_NAME, LABELS, ANNOTATIONS -> "a1";
            case HOST, EXTERNAL_HOST, HOST_PATTERN -> "a.example";
            case CIDR -> "10.0.0.0/8";
            case PORT -> "8080";
            case PATH -> "/a";
            case CPU -> "100m";
            case MEMORY -> "128Mi";
            case VERSION -> "1.30";
            case CERTIFICATES -> "-----BEGIN CERTIFICATE----- MAMCAQE= -----END CERTIFICATE-----";
        };
    }

    private static String pattern(Syntax.Of syntax) {
        return switch (syntax) {
            case LABEL -> whole(LABEL);
            case SUBDOMAIN -> whole("(?=.{1,253}$)" + SUBDOMAIN);
            case SERVICE -> whole("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
            case PORT_NAME -> whole("(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?");
            case NAMESPACE_PATTERN -> whole("[a-z0-9][-a-z0-9]{0,61}\\*|" + LABEL);
            case HOST, EXTERNAL_HOST -> whole(HOST);
            case HOST_PATTERN -> whole("(\\*\\.)?" + HOST);
            case CIDR -> whole("[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}|[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}/[0-9]{1,3}");
            case PORT -> whole(PORT);
            case LABELS -> whole(LABEL_VALUE);
            case ANNOTATIONS -> whole("[\\s\\S]{0,1024}");
            case PATH -> whole("/[-A-Za-z0-9._~/%!$&'()*+,;=:@]{0,1023}");
            case CPU -> whole("[1-9][0-9]{0,5}m?|(?!0\\.0+$)(0|[1-9][0-9]{0,5})\\.[0-9]{1,3}");
            case MEMORY -> whole("[1-9][0-9]{0,11}(Ki|Mi|Gi|Ti|k|M|G|T)");
            case SCOPED_NAME -> whole("(" + LABEL + "/)?" + LABEL);
            case VERSION -> whole("(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})");
            case CERTIFICATES ->
                whole(
                        "(-----BEGIN CERTIFICATE-----[\\n ][A-Za-z0-9+/=\\n ]{1,20000}-----END CERTIFICATE-----[\\n ]*)+");
        };
    }

    private static String whole(String regex) {
        return "^(" + regex + ")$";
    }

    private static ObjectNode text(String pattern) {
        return JsonNodeFactory.instance.objectNode().put("type", "string").put("pattern", pattern);
    }
}
