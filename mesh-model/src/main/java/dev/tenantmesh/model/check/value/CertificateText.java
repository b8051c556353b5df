package dev.tenantmesh.model.check.value;

import dev.tenantmesh.model.check.value.SyntaxCheck.Violation;
import dev.tenantmesh.model.problem.ProblemCode;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PEM of certificates and of nothing else, its lines kept or folded into one: a private key has no place in a model that is committed and rendered.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
public final class CertificateText {

    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN CERTIFICATE-----[\\n ]([A-Za-z0-9+/=\\n ]{1,20000})-----END CERTIFICATE-----[\\n ]*");
    private static final int SEQUENCE = 0x30;
    private static final int LONG_FORM = 0x80;

    private CertificateText() {}

    /** What is wrong with a text. */
    static @Nullable Violation check(String text) {
        if (text.contains("PRIVATE KEY")) {
            return new Violation(
                    ProblemCode.INVALID_TEXT,
                    "There is a private key in it, which is now known to everyone who can read this file.",
                    "Remove it, replace the key, and write certificates alone.");
        }
        Matcher matcher = BLOCK.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end && isSequence(matcher.group(1))) {
            end = matcher.end();
        }
        return end > 0 && end == text.length()
                ? null
                : new Violation(
                        ProblemCode.INVALID_TEXT,
                        "This is not PEM of certificates.",
                        "Write one `-----BEGIN CERTIFICATE-----` block or several, and nothing between them.");
    }

    /** A certificate is one DER sequence from the first byte to the last. */
    private static boolean isSequence(String base64) {
        byte[] der;
        try {
            der = Base64.getDecoder().decode(base64.replace("\n", "").replace(" ", ""));
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (der.length < 2 || der[0] != SEQUENCE) {
            return false;
        }
        int first = der[1] & 0xff;
        if (first < LONG_FORM) {
            return der.length == 2 + first;
        }
        int bytes = first - LONG_FORM;
        if (bytes < 1 || bytes > 3 || der.length < 2 + bytes) {
            return false;
        }
        int length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length * 256 + (der[2 + i] & 0xff);
        }
        return der.length == 2 + bytes + length;
    }
}
