package dev.tenantmesh.crds.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Compiles rules in the environment that the API server gives them, each distinct rule once per JVM. */
final class CelPrograms {

    /** More than any sensible rule needs, and done in a moment. */
    private static final int MOST_ITERATIONS = 1_000_000;

    private static final int LONGEST_RULE = 20_000;
    private static final Pattern PLACE = Pattern.compile("^ERROR: <input>:\\d+:\\d+: ");
    private static final Functions KUBERNETES = Functions.ofKubernetes();
    private static final Cel RULES = environment(SimpleType.BOOL, SimpleType.DYN);
    private static final Cel RULES_FOR_NEW = environment(SimpleType.BOOL, OptionalType.create(SimpleType.DYN));
    private static final Cel MESSAGES = environment(SimpleType.STRING, SimpleType.DYN);
    private static final Cel ADMISSION = admission();
    private static final Map<Source, Compiled> COMPILED = new ConcurrentHashMap<>();

    /** What an expression is for. */
    enum Use {
        RULE,
        RULE_WITH_OPTIONAL_OLD_SELF,
        MESSAGE,
        /** Of an admission policy, which knows the request and gives its own variables names. */
        ADMISSION
    }

    private record Source(Use use, String text) {}

    /**
     * An expression.
     *
     * @param program empty if it does not compile
     * @param problem why
     * @param aboutChange whether it reads what the object was before
     */
    record Compiled(Optional<Program> program, String problem, boolean aboutChange) {}

    private CelPrograms() {}

    static Compiled of(Use use, String text) {
        return COMPILED.computeIfAbsent(new Source(use, text), CelPrograms::compile);
    }

    private static Compiled compile(Source source) {
        Cel cel = cel(source.use());
        try {
            CelAbstractSyntaxTree tree = cel.compile(source.text()).getAst();
            return new Compiled(Optional.of(cel.createProgram(tree)), "", isAboutChange(tree));
        } catch (CelValidationException | CelEvaluationException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new Compiled(Optional.empty(), PLACE.matcher(message).replaceFirst(""), false);
        }
    }

    private static Cel cel(Use use) {
        return switch (use) {
            case RULE -> RULES;
            case RULE_WITH_OPTIONAL_OLD_SELF -> RULES_FOR_NEW;
            case MESSAGE -> MESSAGES;
            case ADMISSION -> ADMISSION;
        };
    }

    private static boolean isAboutChange(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .anyMatch(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT
                        && node.expr().ident().name().equals("oldSelf"));
    }

    private static Cel environment(CelType result, CelType oldSelf) {
        return builder(result)
                .addVar("self", SimpleType.DYN)
                .addVar("oldSelf", oldSelf)
                .build();
    }

    private static Cel admission() {
        CelBuilder builder = builder(SimpleType.DYN);
        for (String name : List.of("object", "oldObject", "namespaceObject", "params", "request", "variables")) {
            builder = builder.addVar(name, SimpleType.DYN);
        }
        return builder.build();
    }

    private static CelBuilder builder(CelType result) {
        CelOptions options = CelOptions.current()
                .enableHeterogeneousNumericComparisons(true)
                .comprehensionMaxIterations(MOST_ITERATIONS)
                .maxExpressionCodePointSize(LONGEST_RULE)
                .build();
        CelBuilder builder = CelFactory.plannerCelBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(result)
                .addCompilerLibraries(
                        CelExtensions.strings(),
                        CelExtensions.optional(),
                        CelExtensions.sets(options),
                        CelExtensions.comprehensions())
                .addRuntimeLibraries(
                        CelExtensions.strings(),
                        CelExtensions.optional(),
                        CelExtensions.sets(options),
                        CelExtensions.comprehensions());
        return builder.addFunctionDeclarations(KUBERNETES.declarations()).addFunctionBindings(KUBERNETES.bindings());
    }
}
