package dev.tenantmesh.crds.cel;

import static dev.tenantmesh.crds.cel.Functions.INT;
import static dev.tenantmesh.crds.cel.Functions.QUANTITY;
import static dev.tenantmesh.crds.cel.Functions.STRING;
import static dev.tenantmesh.crds.cel.Functions.VERSION;

import dev.cel.common.types.SimpleType;
import dev.tenantmesh.crds.syntax.Quantity;
import java.math.BigDecimal;

/**
 * Functions about amounts and versions.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-quantity-library">Quantity library</a>
 * @see <a href="https://github.com/kubernetes/apiserver/blob/master/pkg/cel/library/semverlib.go">semverlib.go</a>
 */
final class AmountFunctions {

    private AmountFunctions() {}

    static void addTo(Functions functions) {
        addQuantities(functions);
        addComparison(functions, QUANTITY);
        addVersions(functions);
        addComparison(functions, VERSION);
    }

    private static void addQuantities(Functions functions) {
        functions
                .global(
                        "isQuantity",
                        SimpleType.BOOL,
                        STRING,
                        text -> Quantity.parse(text).isPresent())
                .global("quantity", QUANTITY.type(), STRING, text -> Functions.of(Quantity.parse(text), text))
                .member("sign", SimpleType.INT, QUANTITY, amount ->
                        (long) amount.value().signum())
                .member("isInteger", SimpleType.BOOL, QUANTITY, Quantity::isInteger)
                .member(
                        "asInteger",
                        SimpleType.INT,
                        QUANTITY,
                        amount -> amount.value().longValueExact())
                .member(
                        "asApproximateFloat",
                        SimpleType.DOUBLE,
                        QUANTITY,
                        amount -> amount.value().doubleValue())
                .member("add", QUANTITY.type(), QUANTITY, QUANTITY, (a, b) -> sum(a, b.value()))
                .member("add", QUANTITY.type(), QUANTITY, INT, (a, b) -> sum(a, BigDecimal.valueOf(b)))
                .member(
                        "sub",
                        QUANTITY.type(),
                        QUANTITY,
                        QUANTITY,
                        (a, b) -> sum(a, b.value().negate()))
                .member(
                        "sub",
                        QUANTITY.type(),
                        QUANTITY,
                        INT,
                        (a, b) -> sum(a, BigDecimal.valueOf(b).negate()));
    }

    private static void addVersions(Functions functions) {
        functions
                .global(
                        "isSemver",
                        SimpleType.BOOL,
                        STRING,
                        text -> Version.parse(text).isPresent())
                .global("semver", VERSION.type(), STRING, text -> Functions.of(Version.parse(text), text))
                .member("major", SimpleType.INT, VERSION, Version::major)
                .member("minor", SimpleType.INT, VERSION, Version::minor)
                .member("patch", SimpleType.INT, VERSION, Version::patch);
    }

    private static <T extends Comparable<T>> void addComparison(Functions functions, Functions.Parameter<T> type) {
        functions
                .member("isLessThan", SimpleType.BOOL, type, type, (a, b) -> a.compareTo(b) < 0)
                .member("isGreaterThan", SimpleType.BOOL, type, type, (a, b) -> a.compareTo(b) > 0)
                .member("compareTo", SimpleType.INT, type, type, (a, b) -> (long) Integer.signum(a.compareTo(b)));
    }

    private static Quantity sum(Quantity amount, BigDecimal other) {
        return new Quantity(amount.value().add(other));
    }
}
