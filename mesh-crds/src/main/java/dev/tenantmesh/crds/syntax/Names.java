package dev.tenantmesh.crds.syntax;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The forms of names, keys and values.
 *
 * @see <a href="https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/validation.go">validation.go</a>
 */
public final class Names {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
    private static final Pattern DNS_SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern OLD_LABEL = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern QUALIFIED = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");

    private Names() {}

    /** RFC 1123 label, for example the name of a namespace. */
    public static boolean isDnsLabel(String text) {
        return text.length() <= 63 && DNS_LABEL.matcher(text).matches();
    }

    /** RFC 1035 label: like that of RFC 1123, but it begins with a letter. */
    public static boolean isOldDnsLabel(String text) {
        return text.length() <= 63 && OLD_LABEL.matcher(text).matches();
    }

    /** RFC 1123 subdomain, the name of most objects. */
    public static boolean isDnsSubdomain(String text) {
        return text.length() <= 253 && DNS_SUBDOMAIN.matcher(text).matches();
    }

    /** What may stand as one segment of a path: all that the names of roles and their bindings must be. */
    public static boolean isPathSegment(String text) {
        return !text.isEmpty() && !text.equals(".") && !text.equals("..") && !text.contains("/") && !text.contains("%");
    }

    /** The key of a label: a name of 63 characters, a DNS prefix before a slash allowed. */
    public static boolean isLabelKey(String key) {
        int slash = key.indexOf('/');
        return (slash < 0 || isDnsSubdomain(key.substring(0, slash))) && isQualifiedPart(key.substring(slash + 1));
    }

    /** The key of an annotation: like that of a label, but the prefix may be in upper case. */
    public static boolean isAnnotationKey(String key) {
        return isLabelKey(key.toLowerCase(Locale.ROOT));
    }

    /** The value of a label, also the empty one. */
    public static boolean isLabelValue(String value) {
        return value.isEmpty() || isQualifiedPart(value);
    }

    private static boolean isQualifiedPart(String text) {
        return text.length() <= 63 && QUALIFIED.matcher(text).matches();
    }
}
