package dev.tenantmesh.generator.acceptance;

import java.util.Locale;
import java.util.regex.Pattern;

/** The forms of names, keys and values that the API server knows (k8s.io/apimachinery, util/validation). */
final class Syntax {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
    private static final Pattern DNS_SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern QUALIFIED = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern PORT_NAME = Pattern.compile("(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");

    private Syntax() {}

    /** RFC 1123 label, for example the name of a namespace. */
    static boolean isDnsLabel(String text) {
        return text.length() <= 63 && DNS_LABEL.matcher(text).matches();
    }

    /** RFC 1123 subdomain, the name of most objects. */
    static boolean isDnsSubdomain(String text) {
        return text.length() <= 253 && DNS_SUBDOMAIN.matcher(text).matches();
    }

    /** What may stand as one segment of a path: all that the names of roles and their bindings must be. */
    static boolean isPathSegment(String text) {
        return !text.isEmpty() && !text.equals(".") && !text.equals("..") && !text.contains("/") && !text.contains("%");
    }

    /** The key of a label: a name of 63 characters, a DNS prefix before a slash allowed. */
    static boolean isLabelKey(String key) {
        int slash = key.indexOf('/');
        return (slash < 0 || isDnsSubdomain(key.substring(0, slash))) && isQualifiedPart(key.substring(slash + 1));
    }

    /** The key of an annotation: like that of a label, but the prefix may be in upper case. */
    static boolean isAnnotationKey(String key) {
        return isLabelKey(key.toLowerCase(Locale.ROOT));
    }

    /** The value of a label, also the empty one. */
    static boolean isLabelValue(String value) {
        return value.isEmpty() || isQualifiedPart(value);
    }

    /** The name of a port (RFC 6335): 15 characters with a letter among them, no two dashes in a row. */
    static boolean isPortName(String name) {
        return name.length() <= 15 && PORT_NAME.matcher(name).matches();
    }

    private static boolean isQualifiedPart(String text) {
        return text.length() <= 63 && QUALIFIED.matcher(text).matches();
    }
}
