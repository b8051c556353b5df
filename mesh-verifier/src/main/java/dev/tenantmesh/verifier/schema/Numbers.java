package dev.tenantmesh.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What kubectl takes a number of YAML for. Numbers of base 60 are text for it, and a fraction of nothing is a whole
 * number.
 *
 * @see <a href="https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go">resolve.go</a>
 */
final class Numbers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern WHOLE =
            Pattern.compile("[+-]?(0b[01]+|0x[0-9a-fA-F]+|0o?[0-7]+|0|[1-9][0-9]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRACTION = Pattern.compile("[+-]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][+-]?[0-9]+)?");
    private static final double MOST_DIGITS = 1e21;

    private Numbers() {}

    static JsonNode of(String text) {
        String plain = text.replace("_", "");
        if (WHOLE.matcher(plain).matches()) {
            return whole(plain);
        }
        if (!FRACTION.matcher(plain).matches()) {
            return JSON.textNode(text);
        }
        double value = Double.parseDouble(plain);
        boolean whole = value == Math.rint(value) && Math.abs(value) < MOST_DIGITS;
        return whole && Math.abs(value) <= Long.MAX_VALUE ? JSON.numberNode((long) value) : JSON.numberNode(value);
    }

    private static JsonNode whole(String text) {
        boolean negative = text.startsWith("-");
        String digits = text.replaceFirst("^[+-]", "").toLowerCase(Locale.ROOT);
        BigInteger amount = amount(digits);
        BigInteger value = negative ? amount.negate() : amount;
        return value.bitLength() < Long.SIZE
                ? JSON.numberNode(value.longValue())
                : JSON.numberNode(value.doubleValue());
    }

    private static BigInteger amount(String digits) {
        if (digits.startsWith("0x")) {
            return new BigInteger(digits.substring(2), 16);
        }
        if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        }
        if (digits.startsWith("0o")) {
            return new BigInteger(digits.substring(2), 8);
        }
        return new BigInteger(digits, digits.startsWith("0") && digits.length() > 1 ? 8 : 10);
    }
}
