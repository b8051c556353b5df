package dev.tenantmesh.verifier.claim.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document of claims.
 *
 * @param name what the ids of its claims begin with
 * @param owners the namespaces of each tenant, by its name
 * @param writable the namespaces whose owners may write NetworkPolicies and the mesh's policies there
 * @param claims what is claimed
 */
public record ClaimsDocument(
        String name, Map<String, List<String>> owners, List<String> writable, List<Wanted> claims) {

    public ClaimsDocument {
        owners = Map.copyOf(owners);
        writable = List.copyOf(writable);
        claims = List.copyOf(claims);
    }

    /**
     * One claim, which says one of four things.
     *
     * @param name its name in the document
     * @param nobody who is reached by nobody but as excepted
     * @param reaches who reaches whom
     * @param noPlaintext who is reached in plaintext by nobody but as excepted
     * @param contained who reaches nobody else but as excepted
     */
    public record Wanted(
            String name,
            @Nullable Nobody nobody,
            @Nullable Reaches reaches,
            @Nullable NoPlaintext noPlaintext,
            @Nullable Contained contained) {

        public Wanted {
            long said = java.util.stream.Stream.of(
                            nobody != null, reaches != null, noPlaintext != null, contained != null)
                    .filter(one -> one)
                    .count();
            if (said != 1) {
                throw new IllegalArgumentException(
                        "A claim says exactly one of: nobody, reaches, noPlaintext, contained.");
            }
        }
    }

    /**
     * Nobody reaches somebody.
     *
     * @param from who does not; absent: everybody but themselves
     * @param to whom
     * @param except what may pass all the same
     */
    public record Nobody(@Nullable End from, End to, List<Excepted> except) {

        public Nobody {
            except = List.copyOf(except);
        }
    }

    /**
     * Somebody reaches somebody.
     *
     * @param from each of them
     * @param to each of them
     * @param port on which port of theirs
     * @param over in which way; absent: in any
     * @param as over mutual TLS as one of these service accounts
     */
    public record Reaches(
            End from, End to, Ports port, @Nullable Over over, List<Account> as) {

        public Reaches {
            as = List.copyOf(as);
            Over.check(over, as);
            if (port.first() != port.last()) {
                throw new IllegalArgumentException("Somebody is reached on one port, such as tcp/8080.");
            }
        }
    }

    /**
     * Nobody reaches somebody in plaintext.
     *
     * @param to whom
     * @param except what may pass all the same
     */
    public record NoPlaintext(End to, List<Excepted> except) {

        public NoPlaintext {
            except = List.copyOf(except);
        }
    }

    /**
     * A tenant reaches nobody but its own.
     *
     * @param tenant its name
     * @param except what may pass all the same
     */
    public record Contained(String tenant, List<Excepted> except) {

        public Contained {
            except = List.copyOf(except);
        }
    }

    /**
     * What may pass.
     *
     * @param from who; absent: whomever the claim is about where it is about those who connect, else anyone
     * @param to whom; absent: whomever the claim is about where it is about those who are reached, else anyone
     * @param ports on which ports; none: on all
     * @param over in which way; absent: in any
     * @param as over mutual TLS as one of these service accounts; none: as any of the namespaces of {@code from}
     */
    public record Excepted(
            @Nullable End from,
            @Nullable End to,
            List<Ports> ports,
            @Nullable Over over,
            List<Account> as) {

        public Excepted {
            ports = List.copyOf(ports);
            as = List.copyOf(as);
            Over.check(over, as);
            if (from == null && to == null && ports.isEmpty() && over == null && as.isEmpty()) {
                throw new IllegalArgumentException("An exception of everything leaves no claim.");
            }
        }
    }
}
