package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.tokens.DirectiveToken;
import org.yaml.snakeyaml.tokens.Token;

/** Refuses the directives among the tokens that pass through; the parser would follow some and silently drop others. */
record DirectiveWatch(Scanner scanner, String source, Problems problems) implements Scanner {

    @Override
    public Token getToken() {
        Token token = scanner.getToken();
        if (token instanceof DirectiveToken<?> directive) {
            problems.error(
                    ProblemCode.UNSAFE_YAML,
                    Marks.origin(source, token.getStartMark()),
                    "%" + directive.getName(),
                    "This is a YAML directive.",
                    "Remove the line.");
        }
        return token;
    }

    @Override
    public Token peekToken() {
        return scanner.peekToken();
    }

    @Override
    public boolean checkToken(Token.ID choice) {
        return scanner.checkToken(choice);
    }

    @Override
    public boolean checkToken(Token.ID... choices) {
        return scanner.checkToken(choices);
    }

    @Override
    public void resetDocumentIndex() {
        scanner.resetDocumentIndex();
    }
}
