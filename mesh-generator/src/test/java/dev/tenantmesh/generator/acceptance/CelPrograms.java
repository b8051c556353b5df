package dev.tenantmesh.generator.acceptance;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles rules in the environment that the API server gives them, each distinct rule once per JVM. */
final class CelPrograms {

    private static final Cel CEL = environment();
    private static final Map<String, Optional<Program>> COMPILED = new ConcurrentHashMap<>();

    private CelPrograms() {}

    /** The program of a rule; empty if it cannot be compiled, for example for want of a function. */
    static Optional<Program> of(String rule) {
        return COMPILED.computeIfAbsent(rule, CelPrograms::compile);
    }

    private static Optional<Program> compile(String rule) {
        try {
            return Optional.of(CEL.createProgram(CEL.compile(rule).getAst()));
        } catch (CelValidationException | CelEvaluationException e) {
            return Optional.empty();
        }
    }

    private static Cel environment() {
        return CelFactory.plannerCelBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .build())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("self", SimpleType.DYN)
                .setResultType(SimpleType.BOOL)
                .addCompilerLibraries(CelExtensions.strings(), CelExtensions.lists(), CelExtensions.optional())
                .addRuntimeLibraries(CelExtensions.strings(), CelExtensions.lists(), CelExtensions.optional())
                .addFunctionDeclarations(CelFunctions.declarations())
                .addFunctionBindings(CelFunctions.bindings())
                .build();
    }
}
