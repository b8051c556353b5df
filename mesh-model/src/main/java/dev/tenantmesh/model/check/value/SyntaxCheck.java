package dev.tenantmesh.model.check.value;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.Quantity;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.problem.ProblemCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The syntaxes of Kubernetes names, labels, hosts, ports and address ranges.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">names</a>
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/">labels</a>
 */
public final class SyntaxCheck {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final String HOST = LABEL + "(\\." + LABEL + ")+";
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern NUMERIC_TOP = Pattern.compile("(.*\\.)?[0-9]+");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int LONGEST_SUBDOMAIN = 253;
    private static final int LONGEST_ANNOTATION = 1024;
    private static final int HIGHEST_PORT = 65_535;

    private static final Violation WILDCARD = new Violation(
            ProblemCode.INVALID_HOST,
            "A gateway serves whole names; patterns are for grants.",
            "List each host name by itself.");
    private static final Violation NO_CPU = new Violation(
            ProblemCode.INVALID_QUANTITY,
            "This is not an amount of CPU.",
            "Write cores such as \"2\" or \"0.5\", or thousandths of one such as 100m.");
    private static final Violation NO_MEMORY = new Violation(
            ProblemCode.INVALID_QUANTITY,
            "This is not an amount of memory.",
            "Write a whole number with one of the units Ki, Mi, Gi, Ti, k, M, G, T, such as 128Mi.");
    private static final Violation EXTERNAL_WILDCARD = new Violation(
            ProblemCode.INVALID_HOST,
            "DNS does not resolve a pattern, so a proxy would connect to whatever address its client names.",
            "List each host by itself; patterns are for grants.");
    private static final Map<Syntax.Of, Check> CHECKS = checks();

    /** What is wrong with a value. */
    public record Violation(ProblemCode code, String why, String fix) {}

    @FunctionalInterface
    private interface Check {
        @Nullable
        Violation of(String text);
    }

    private SyntaxCheck() {}

    public static @Nullable Violation of(Syntax.Of syntax, String text) {
        return Objects.requireNonNull(CHECKS.get(syntax), syntax.name()).of(text);
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

    private static Map<Syntax.Of, Check> checks() {
        Map<Syntax.Of, Check> checks = new EnumMap<>(Syntax.Of.class);
        addNames(checks);
        checks.put(Syntax.Of.HOST, text -> text.startsWith("*.") ? WILDCARD : host(text));
        checks.put(Syntax.Of.EXTERNAL_HOST, text -> text.startsWith("*.") ? EXTERNAL_WILDCARD : host(text));
        checks.put(Syntax.Of.HOST_PATTERN, text -> host(text.startsWith("*.") ? text.substring(2) : text));
        checks.put(Syntax.Of.CIDR, SyntaxCheck::cidr);
        checks.put(Syntax.Of.PORT, SyntaxCheck::port);
        checks.put(Syntax.Of.CPU, text -> Quantity.cpu(text).isPresent() ? null : NO_CPU);
        checks.put(Syntax.Of.MEMORY, text -> Quantity.memory(text).isPresent() ? null : NO_MEMORY);
        checks.put(Syntax.Of.LABELS, SyntaxCheck::labelValue);
        checks.put(Syntax.Of.ANNOTATIONS, SyntaxCheck::annotation);
        checks.put(
                Syntax.Of.PATH,
                text("/[-A-Za-z0-9._~/%!$&'()*+,;=:@]{0,1023}", "the beginning of a URL path", "a path such as /api"));
        checks.put(Syntax.Of.CERTIFICATES, CertificateText::check);
        checks.put(
                Syntax.Of.VERSION,
                text("(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})", "a minor version", "a version such as \"1.30\""));
        return checks;
    }

    private static void addNames(Map<Syntax.Of, Check> checks) {
        checks.put(
                Syntax.Of.LABEL,
                name(
                        LABEL,
                        "an RFC 1123 label",
                        "Use at most 63 lower-case letters, digits and '-', with a letter or digit at both ends."));
        checks.put(
                Syntax.Of.SUBDOMAIN,
                name(
                        SUBDOMAIN.pattern(),
                        "an RFC 1123 subdomain",
                        "Use lower-case letters, digits, '-' and '.', at most 253 characters."));
        checks.put(
                Syntax.Of.SERVICE,
                name(
                        "[a-z]([-a-z0-9]{0,61}[a-z0-9])?",
                        "a Service name",
                        "Use at most 63 lower-case letters, digits and '-', beginning with a letter."));
        checks.put(
                Syntax.Of.PORT_NAME,
                name(
                        "(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?",
                        "a port name",
                        "Use at most 15 lower-case letters, digits and single '-', with at least one letter."));
        checks.put(
                Syntax.Of.NAMESPACE_PATTERN,
                name(
                        "[a-z0-9][-a-z0-9]{0,61}\\*|" + LABEL,
                        "a namespace, or a prefix of one and '*'",
                        "Write a name such as payments-prod, or a prefix such as payments-*."));
        checks.put(
                Syntax.Of.SCOPED_NAME,
                name(
                        "(" + LABEL + "/)?" + LABEL,
                        "a workload, or a namespace and a workload",
                        "Write `api` or `payments-prod/api`."));
    }

    private static Check name(String regex, String what, String fix) {
        Pattern pattern = Pattern.compile(regex);
        Violation violation = new Violation(ProblemCode.INVALID_NAME, "This is not " + what + ".", fix);
        return text ->
                text.length() <= LONGEST_SUBDOMAIN && pattern.matcher(text).matches() ? null : violation;
    }

    private static Check text(String regex, String what, String example) {
        Pattern pattern = Pattern.compile(regex);
        Violation violation =
                new Violation(ProblemCode.INVALID_TEXT, "This is not " + what + ".", "Write " + example + ".");
        return text -> pattern.matcher(text).matches() ? null : violation;
    }

    private static @Nullable Violation annotation(String text) {
        return text.length() <= LONGEST_ANNOTATION
                ? null
                : new Violation(
                        ProblemCode.INVALID_TEXT,
                        "It has more than " + LONGEST_ANNOTATION + " characters, and stands in every object.",
                        "Write it elsewhere, and its address here.");
    }

    private static @Nullable Violation host(String text) {
        boolean valid = text.length() <= LONGEST_SUBDOMAIN
                && Pattern.matches(HOST, text)
                && !NUMERIC_TOP.matcher(text).matches();
        return valid
                ? null
                : new Violation(
                        ProblemCode.INVALID_HOST,
                        "This is not a host name.",
                        "Write a fully qualified lower-case name such as shop.example.com.");
    }

    private static @Nullable Violation cidr(String text) {
        Cidr range = Cidr.parse(text).orElse(null);
        if (range == null) {
            String single = text + (text.contains(":") ? "/128" : "/32");
            return new Violation(
                    ProblemCode.INVALID_CIDR,
                    "This is not an address range.",
                    Cidr.parse(single).isPresent()
                            ? "Write \"" + single + "\" for this one address."
                            : "Write a CIDR such as 10.128.0.0/14 or fd00::/8.");
        }
        return range.toString().equals(text)
                ? null
                : new Violation(
                        ProblemCode.INVALID_CIDR,
                        "The range has host bits or is not in its canonical form, and network plugins read that"
                                + " differently.",
                        "Write \"" + range + "\".");
    }

    private static @Nullable Violation port(String text) {
        boolean valid = PORT.matcher(text).matches() && Integer.parseInt(text) <= HIGHEST_PORT;
        return valid
                ? null
                : new Violation(ProblemCode.INVALID_PORT, "There is no such port.", "Write a number from 1 to 65535.");
    }
}
