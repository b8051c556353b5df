package dev.tenantmesh.verifier.claim.document;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a claim of what somebody wrote.
 *
 * @param ends whom it is about
 * @param statement what it is called
 */
record WantedClaims(Ends ends, Statement statement) {

    Claim of(ClaimsDocument.Wanted wanted) {
        if (wanted.nobody() != null) {
            return nobody(wanted.nobody());
        }
        if (wanted.reaches() != null) {
            return reaches(wanted.reaches());
        }
        if (wanted.noPlaintext() != null) {
            ClaimsDocument.NoPlaintext closed = wanted.noPlaintext();
            ends.checkPods(closed.to());
            Party to = ends.party(closed.to());
            return statement.noPlaintext(to, except(closed.except(), Party.ANYONE, to));
        }
        ClaimsDocument.Contained contained = wanted.contained();
        if (contained == null) {
            throw new IllegalStateException("A claim that says nothing: " + wanted);
        }
        Party from = ends.tenant(contained);
        return statement.contained(from, except(contained.except(), from, Party.ANYONE));
    }

    private Claim nobody(ClaimsDocument.Nobody nobody) {
        ends.checkPods(nobody.to());
        Party to = ends.party(nobody.to());
        Party from = nobody.from() == null ? null : ends.party(nobody.from());
        return statement.nobody(from, to, except(nobody.except(), Party.ANYONE, to));
    }

    private Claim reaches(ClaimsDocument.Reaches reaches) {
        checkSingle(reaches.from());
        checkSingle(reaches.to());
        Party from = ends.party(reaches.from());
        Party to = ends.party(reaches.to());
        String way = way(reaches.over(), reaches.as());
        Manner manner = manner(reaches.over(), reaches.as(), reaches.from());
        return statement.reaches(new Permission(from, to, List.of(reaches.port().range()), manner, way));
    }

    private void checkSingle(End end) {
        if (end.anyone() != null) {
            ends.problems()
                    .error(
                            ProblemCode.INVALID_VALUE,
                            ends.origins().of(end),
                            "anyone",
                            "Who reaches somebody must be named.",
                            "Name a tenant, a namespace, cidrs or nodes.");
        }
    }

    private List<Permission> except(List<ClaimsDocument.Excepted> exceptions, Party from, Party to) {
        return exceptions.stream()
                .map(exception -> permission(exception, from, to))
                .toList();
    }

    private Permission permission(ClaimsDocument.Excepted exception, Party from, Party to) {
        Party source = exception.from() == null ? from : ends.party(exception.from());
        Party destination = exception.to() == null ? to : ends.party(exception.to());
        List<PortRange> ports = exception.ports().isEmpty()
                ? Ports.all()
                : exception.ports().stream().map(Ports::range).toList();
        String on = exception.ports().isEmpty()
                ? ""
                : " on " + ports.stream().map(PortRange::toString).collect(Collectors.joining(", "));
        String because = source.title()
                + (exception.to() == null ? "" : " to " + destination.title())
                + on
                + way(exception.over(), exception.as());
        Manner manner = manner(exception.over(), exception.as(), exception.from());
        return new Permission(source, destination, ports, manner, because);
    }

    /** Mutual TLS without accounts is that of the namespaces of whoever connects, where it is about certain ones. */
    private Manner manner(@Nullable Over over, List<Account> as, @Nullable End from) {
        if (over == null || over == Over.ANY) {
            return Manner.ANY;
        }
        if (over == Over.PLAINTEXT) {
            return Manner.PLAINTEXT;
        }
        if (!as.isEmpty()) {
            return new Manner(
                    false,
                    true,
                    identity -> as.contains(new Account(identity.namespace(), identity.serviceAccount())),
                    as.stream().map(Account::namespace).collect(Collectors.toSet()));
        }
        return from == null
                ? Manner.MUTUAL
                : ends.namespaces(from).map(Manner::ofNamespaces).orElse(Manner.MUTUAL);
    }

    private static String way(@Nullable Over over, List<Account> as) {
        if (over == null || over == Over.ANY) {
            return "";
        }
        String accounts =
                as.isEmpty() ? "" : " as " + as.stream().map(Account::toString).collect(Collectors.joining(", "));
        return over == Over.PLAINTEXT ? " in plaintext" : " over mutual TLS" + accounts;
    }
}
