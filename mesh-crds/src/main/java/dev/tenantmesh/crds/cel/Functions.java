package dev.tenantmesh.crds.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.tenantmesh.crds.syntax.Cidr;
import dev.tenantmesh.crds.syntax.Ip;
import dev.tenantmesh.crds.syntax.Quantity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions that rules can call, each with its declaration and what it does. */
final class Functions {

    static final Parameter<String> STRING = new Parameter<>(SimpleType.STRING, String.class);
    static final Parameter<Long> INT = new Parameter<>(SimpleType.INT, Long.class);
    static final Parameter<URI> URL = opaque("kubernetes.URL", URI.class);
    static final Parameter<Ip> IP = opaque("net.IP", Ip.class);
    static final Parameter<Cidr> CIDR = opaque("net.CIDR", Cidr.class);
    static final Parameter<Quantity> QUANTITY = opaque("kubernetes.Quantity", Quantity.class);
    static final Parameter<Version> VERSION = opaque("kubernetes.Semver", Version.class);
    static final Parameter<NamedFormat> FORMAT = opaque("kubernetes.NamedFormat", NamedFormat.class);

    @SuppressWarnings("rawtypes")
    static final Parameter<List> LIST = new Parameter<>(ListType.create(SimpleType.DYN), List.class);

    private final Map<String, List<CelOverloadDecl>> overloads = new TreeMap<>();
    private final Map<String, List<CelFunctionBinding>> bindings = new TreeMap<>();

    /**
     * What a function takes.
     *
     * @param type as rules know it
     * @param javaType as it is done
     */
    record Parameter<T>(CelType type, Class<T> javaType) {}

    /** Those of the API server beside CEL's own, as far as rules of definitions can use them. */
    static Functions ofKubernetes() {
        Functions all = new Functions();
        NetworkFunctions.addTo(all);
        AmountFunctions.addTo(all);
        ListFunctions.addTo(all);
        TextFunctions.addTo(all);
        return all;
    }

    /** What a text was read as; an error of the rule if it is none. */
    static <T> T of(Optional<T> read, String text) {
        return read.orElseThrow(() -> new IllegalArgumentException("'" + text + "' cannot be read"));
    }

    List<CelFunctionDecl> declarations() {
        return overloads.entrySet().stream()
                .map(function -> CelFunctionDecl.newFunctionDeclaration(function.getKey(), function.getValue()))
                .toList();
    }

    List<CelFunctionBinding> bindings() {
        return bindings.entrySet().stream()
                .flatMap(function -> CelFunctionBinding.fromOverloads(function.getKey(), function.getValue()).stream())
                .toList();
    }

    /** {@code name()}. */
    Functions constant(String name, CelType result, CelFunctionOverload body) {
        overload(name, CelOverloadDecl.newGlobalOverload(id(name), result));
        return bind(name, CelFunctionBinding.from(id(name), List.of(), body));
    }

    /** {@code name(a)}. */
    <A> Functions global(String name, CelType result, Parameter<A> a, CelFunctionOverload.Unary<A> body) {
        overload(name, CelOverloadDecl.newGlobalOverload(id(name, a), result, a.type()));
        return bind(name, CelFunctionBinding.from(id(name, a), a.javaType(), body));
    }

    /** {@code a.name()}. */
    <A> Functions member(String name, CelType result, Parameter<A> a, CelFunctionOverload.Unary<A> body) {
        overload(name, CelOverloadDecl.newMemberOverload(id(name, a), result, a.type()));
        return bind(name, CelFunctionBinding.from(id(name, a), a.javaType(), body));
    }

    /** {@code a.name(b)}. */
    <A, B> Functions member(
            String name, CelType result, Parameter<A> a, Parameter<B> b, CelFunctionOverload.Binary<A, B> body) {
        overload(name, CelOverloadDecl.newMemberOverload(id(name, a, b), result, a.type(), b.type()));
        return bind(name, CelFunctionBinding.from(id(name, a, b), a.javaType(), b.javaType(), body));
    }

    private void overload(String name, CelOverloadDecl overload) {
        overloads.computeIfAbsent(name, key -> new ArrayList<>()).add(overload);
    }

    private Functions bind(String name, CelFunctionBinding binding) {
        bindings.computeIfAbsent(name, key -> new ArrayList<>()).add(binding);
        return this;
    }

    private static String id(String name, Parameter<?>... parameters) {
        return Stream.concat(
                        Stream.of("kubernetes", name), Stream.of(parameters).map(Functions::word))
                .collect(Collectors.joining("_"));
    }

    private static String word(Parameter<?> parameter) {
        return parameter.javaType().getSimpleName();
    }

    private static <T> Parameter<T> opaque(String name, Class<T> javaType) {
        return new Parameter<>(OpaqueType.create(name), javaType);
    }
}
