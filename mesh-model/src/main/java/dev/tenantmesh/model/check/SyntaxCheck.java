package dev.tenantmesh.model.check;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.problem.ProblemCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The syntaxes of Kubernetes names, labels, hosts, ports and address ranges.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">names</a>
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/">labels</a>
 */
final class SyntaxCheck {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern LABEL_PATTERN = Pattern.compile(LABEL);
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern PORT_NAME = Pattern.compile("(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?");
    private static final Pattern NAMESPACE_PATTERN = Pattern.compile("[a-z0-9][-a-z0-9]{0,61}\\*|" + LABEL);
    private static final Pattern HOST = Pattern.compile(LABEL + "(\\." + LABEL + ")+");
    private static final Pattern HOST_PATTERN = Pattern.compile("(\\*\\.)?" + LABEL + "(\\." + LABEL + ")+");
    private static final Pattern NUMERIC_TOP = Pattern.compile("(.*\\.)?[0-9]+");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
    private static final Pattern PATH = Pattern.compile("/[-A-Za-z0-9._~/%!$&'()*+,;=:@]{0,1023}");
    private static final Pattern SCOPED_NAME = Pattern.compile("(" + LABEL + "/)?" + LABEL);
    private static final Pattern VERSION = Pattern.compile("(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})");
    private static final int LONGEST_SUBDOMAIN = 253;
    private static final int HIGHEST_PORT = 65_535;

    /** What is wrong with a value. */
    record Violation(ProblemCode code, String why, String fix) {}

    private SyntaxCheck() {}

    static @Nullable Violation of(Syntax.Of syntax, String text) {
        return switch (syntax) {
            case LABEL ->
                name(
                        LABEL_PATTERN,
                        text,
                        "an RFC 1123 label",
                        "Use at most 63 lower-case letters, digits and '-', with a letter or digit at both ends.");
            case SUBDOMAIN ->
                name(
                        SUBDOMAIN,
                        text,
                        "an RFC 1123 subdomain",
                        "Use lower-case letters, digits, '-' and '.', at most 253 characters.");
            case SERVICE ->
                name(
                        SERVICE,
                        text,
                        "a Service name",
                        "Use at most 63 lower-case letters, digits and '-', beginning with a letter.");
            case PORT_NAME ->
                name(
                        PORT_NAME,
                        text,
                        "a port name",
                        "Use at most 15 lower-case letters, digits and '-', with at least one letter.");
            case NAMESPACE_PATTERN ->
                name(
                        NAMESPACE_PATTERN,
                        text,
                        "a namespace, or a prefix of one and '*'",
                        "Write a name such as payments-prod, or a prefix such as payments-*.");
            case HOST -> host(HOST, text);
            case HOST_PATTERN -> host(HOST_PATTERN, text);
            case CIDR -> cidr(text);
            case PORT -> port(text);
            case LABELS -> labelValue(text);
            case PATH ->
                PATH.matcher(text).matches()
                        ? null
                        : new Violation(
                                ProblemCode.INVALID_TEXT,
                                "This is not the beginning of a URL path.",
                                "Write a path such as /api.");
            case SCOPED_NAME ->
                name(
                        SCOPED_NAME,
                        text,
                        "a workload, or a namespace and a workload",
                        "Write `api` or `payments-prod/api`.");
            case VERSION ->
                VERSION.matcher(text).matches()
                        ? null
                        : new Violation(
                                ProblemCode.INVALID_TEXT,
                                "This is not a minor version.",
                                "Write a version such as \"1.30\".");
        };
    }

    static @Nullable Violation text(String text) {
        return text.isBlank()
                ? new Violation(
                        ProblemCode.INVALID_TEXT, "The text is empty.", "Write something, or leave the key out.")
                : null;
    }

    static @Nullable Violation labelKey(String key) {
        int slash = key.indexOf('/');
        boolean prefixed = slash < 0
                || (slash <= LONGEST_SUBDOMAIN
                        && SUBDOMAIN.matcher(key.substring(0, slash)).matches());
        String name = key.substring(slash + 1);
        return prefixed && !name.isEmpty() && LABEL_VALUE.matcher(name).matches()
                ? null
                : new Violation(
                        ProblemCode.INVALID_LABEL,
                        "This is not a label key.",
                        "Write `name` or `prefix.example.com/name`; the name has at most 63 characters.");
    }

    static @Nullable Violation labelValue(String value) {
        return LABEL_VALUE.matcher(value).matches()
                ? null
                : new Violation(
                        ProblemCode.INVALID_LABEL,
                        "This is not a label value.",
                        "Use at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.");
    }

    private static @Nullable Violation name(Pattern pattern, String text, String what, String fix) {
        return text.length() <= LONGEST_SUBDOMAIN && pattern.matcher(text).matches()
                ? null
                : new Violation(ProblemCode.INVALID_NAME, "This is not " + what + ".", fix);
    }

    private static @Nullable Violation host(Pattern pattern, String text) {
        return text.length() <= LONGEST_SUBDOMAIN
                        && pattern.matcher(text).matches()
                        && !NUMERIC_TOP.matcher(text).matches()
                ? null
                : new Violation(
                        ProblemCode.INVALID_HOST,
                        "This is not a host name.",
                        "Write a fully qualified lower-case name such as shop.example.com.");
    }

    private static @Nullable Violation cidr(String text) {
        Cidr range = Cidr.parse(text).orElse(null);
        if (range == null) {
            return new Violation(
                    ProblemCode.INVALID_CIDR,
                    "This is not an address range.",
                    "Write a CIDR such as 10.128.0.0/14 or fd00::/8.");
        }
        return range.toString().equals(text)
                ? null
                : new Violation(
                        ProblemCode.INVALID_CIDR,
                        "The range has host bits or is not in its canonical form, and network plugins read that differently.",
                        "Write \"" + range + "\".");
    }

    private static @Nullable Violation port(String text) {
        boolean valid = text.length() <= 5
                && text.chars().allMatch(Character::isDigit)
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= HIGHEST_PORT;
        return valid
                ? null
                : new Violation(ProblemCode.INVALID_PORT, "There is no such port.", "Write a number from 1 to 65535.");
    }
}
