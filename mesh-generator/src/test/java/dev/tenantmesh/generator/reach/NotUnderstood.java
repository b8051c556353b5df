package dev.tenantmesh.generator.reach;

/** A manifest that the evaluator cannot judge. To guess would be to call something closed that is open. */
final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotUnderstood(String message) {
        super(message);
    }
}
