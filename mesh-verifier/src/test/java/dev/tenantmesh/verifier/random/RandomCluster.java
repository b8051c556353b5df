package dev.tenantmesh.verifier.random;

import dev.tenantmesh.verifier.random.Cluster.Access;
import dev.tenantmesh.verifier.random.Cluster.Admin;
import dev.tenantmesh.verifier.random.Cluster.AdminRule;
import dev.tenantmesh.verifier.random.Cluster.Block;
import dev.tenantmesh.verifier.random.Cluster.Clause;
import dev.tenantmesh.verifier.random.Cluster.Expression;
import dev.tenantmesh.verifier.random.Cluster.Member;
import dev.tenantmesh.verifier.random.Cluster.Peers;
import dev.tenantmesh.verifier.random.Cluster.Policy;
import dev.tenantmesh.verifier.random.Cluster.Ports;
import dev.tenantmesh.verifier.random.Cluster.Rule;
import dev.tenantmesh.verifier.random.Cluster.Select;
import dev.tenantmesh.verifier.random.Cluster.Space;
import dev.tenantmesh.verifier.random.Cluster.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes small clusters in which labels, names and ports meet often; the same seed makes the same cluster. */
final class RandomCluster {

    private static final List<String> SPACES = List.of("red", "blue", "green");
    private static final List<String> KEYS = List.of("app", "tier");
    private static final List<String> BLOCKS =
            List.of("10.0.0.0/16", "10.0.1.0/24", "192.168.0.0/24", "203.0.113.0/24");
    private static final List<String> VALUES = List.of("a", "b", "c");
    private static final List<String> MODES = List.of("STRICT", "PERMISSIVE", "DISABLE", "UNSET");

    private final RandomGenerator random;

    private RandomCluster(RandomGenerator random) {
        this.random = random;
    }

    static Cluster of(RandomGenerator random) {
        return new RandomCluster(random).cluster();
    }

    /** One more NetworkPolicy for what comes in. */
    static Policy policy(RandomGenerator random, String name) {
        RandomCluster some = new RandomCluster(random);
        List<String> types = List.of("Ingress");
        return new Policy(some.one(SPACES), name, some.select(), types, some.many(3, some::rule), null);
    }

    static Rule rule(RandomGenerator random) {
        return new RandomCluster(random).rule();
    }

    /** One more AuthorizationPolicy that denies. */
    static Access denial(RandomGenerator random, String name) {
        RandomCluster some = new RandomCluster(random);
        SortedMap<String, String> pods =
                random.nextBoolean() ? new TreeMap<>() : new TreeMap<>(Map.of("app", some.one(VALUES)));
        String space = random.nextInt(4) == 0 ? "istio-system" : some.one(SPACES);
        return new Access(space, name, pods, false, "DENY", some.many(3, some::clause));
    }

    private Cluster cluster() {
        List<Space> spaces = SPACES.stream()
                .map(name -> {
                    SortedMap<String, String> labels = labels();
                    switch (random.nextInt(4)) {
                        case 0 -> labels.put("istio-injection", "disabled");
                        case 1 -> labels.put("istio.io/dataplane-mode", "ambient");
                        default -> labels.put("istio-injection", "enabled");
                    }
                    return new Space(name, labels);
                })
                .toList();
        List<Member> members = new ArrayList<>();
        for (String space : SPACES) {
            for (int i = 0; i < 2; i++) {
                Map<String, Integer> ports = random.nextBoolean() ? Map.of("http", 8080 + random.nextInt(2)) : Map.of();
                boolean host = random.nextInt(8) == 0;
                String address = (host ? "192.168.0." : "10.0." + random.nextInt(2) + ".") + (members.size() + 1);
                members.add(new Member(space, "pod" + i, labels(), "sa" + i, ports, host, address));
            }
        }
        return new Cluster(spaces, members, policies(), many(2, this::admin), authentications(), accesses());
    }

    private List<Policy> policies() {
        List<Policy> all = new ArrayList<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            List<String> types = switch (random.nextInt(4)) {
                case 0 -> List.of("Ingress");
                case 1 -> List.of("Egress");
                case 2 -> List.of("Ingress", "Egress");
                default -> List.of();
            };
            all.add(new Policy(
                    one(SPACES),
                    "np" + i,
                    select(),
                    types,
                    perhaps(() -> many(3, this::rule)),
                    perhaps(() -> many(3, this::rule))));
        }
        return all;
    }

    private Rule rule() {
        return new Rule(perhaps(() -> many(3, this::target)), perhaps(() -> many(3, this::ports)));
    }

    private Target target() {
        if (random.nextInt(6) == 0) {
            return new Target(null, null, block());
        }
        Select spaces = perhaps(this::select);
        return new Target(spaces, spaces == null ? select() : perhaps(this::select), null);
    }

    private Block block() {
        return random.nextBoolean()
                ? new Block(one(BLOCKS), List.of())
                : new Block("0.0.0.0/0", random.nextBoolean() ? List.of() : List.of("10.0.1.0/24"));
    }

    private Ports ports() {
        return switch (random.nextInt(4)) {
            case 0 -> new Ports(one(List.of("TCP", "UDP")), null, null);
            case 1 -> new Ports(null, "http", null);
            case 2 -> new Ports(null, "8080", 8082);
            default -> new Ports(null, "" + (8080 + random.nextInt(3)), null);
        };
    }

    private Admin admin() {
        return new Admin(
                "admin" + random.nextInt(1_000_000),
                one(List.of("Admin", "Baseline")),
                random.nextInt(1000),
                select(),
                many(2, () -> adminRule(false)),
                many(2, () -> adminRule(random.nextInt(4) == 0)));
    }

    private AdminRule adminRule(boolean networks) {
        List<Ports> ports = random.nextBoolean() ? List.of() : List.of(new Ports("TCP", "8080", 8081));
        List<Target> targets = List.of(
                networks
                        ? new Target(null, null, new Block(one(BLOCKS), List.of()))
                        : new Target(select(), random.nextBoolean() ? null : select(), null));
        return new AdminRule(one(List.of("Accept", "Deny", "Pass")), targets, ports);
    }

    private List<Peers> authentications() {
        List<Peers> all = new ArrayList<>();
        if (random.nextBoolean()) {
            all.add(new Peers("istio-system", "default", new TreeMap<>(), bare(), one(MODES), new TreeMap<>()));
        }
        for (String space : SPACES) {
            if (random.nextInt(3) == 0) {
                all.add(new Peers(space, "default", new TreeMap<>(), bare(), one(MODES), new TreeMap<>()));
            }
            if (random.nextInt(3) == 0) {
                SortedMap<Integer, String> ports = new TreeMap<>();
                if (random.nextBoolean()) {
                    ports.put(8080 + random.nextInt(2), one(MODES));
                }
                SortedMap<String, String> pods = new TreeMap<>(Map.of("app", one(VALUES)));
                all.add(new Peers(space, "workload", pods, false, one(MODES), ports));
            }
        }
        return all;
    }

    private List<Access> accesses() {
        List<Access> all = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            SortedMap<String, String> pods =
                    random.nextBoolean() ? new TreeMap<>() : new TreeMap<>(Map.of("app", one(VALUES)));
            String space = random.nextInt(4) == 0 ? "istio-system" : one(SPACES);
            boolean bare = pods.isEmpty() && bare();
            all.add(new Access(space, "ap" + i, pods, bare, one(List.of("ALLOW", "DENY")), many(3, this::clause)));
        }
        return all;
    }

    private boolean bare() {
        return random.nextInt(6) == 0;
    }

    private Clause clause() {
        List<String> none = List.of();
        boolean byAccount = random.nextInt(5) == 0;
        return new Clause(
                !byAccount && random.nextInt(3) == 0 ? List.of(principal()) : none,
                !byAccount && random.nextInt(4) == 0 ? List.of(principal()) : none,
                !byAccount && random.nextInt(3) == 0 ? List.of(one(List.of("red", "blue", "*", "gr*"))) : none,
                !byAccount && random.nextInt(4) == 0 ? List.of(one(SPACES)) : none,
                byAccount ? List.of(one(List.of("sa0", "red/sa1", "blue/sa0"))) : none,
                random.nextInt(6) == 0 ? List.of(one(BLOCKS)) : none,
                random.nextInt(3) == 0 ? List.of("" + (8080 + random.nextInt(2))) : none,
                random.nextInt(4) == 0 ? List.of("8080") : none);
    }

    private String principal() {
        return switch (random.nextInt(4)) {
            case 0 -> "*";
            case 1 -> "cluster.local/ns/" + one(SPACES) + "/sa/*";
            case 2 -> "*/sa/sa" + random.nextInt(2);
            default -> "cluster.local/ns/" + one(SPACES) + "/sa/sa" + random.nextInt(2);
        };
    }

    private Select select() {
        SortedMap<String, String> equal = random.nextBoolean() ? new TreeMap<>() : labels();
        List<Expression> expressions = random.nextInt(3) == 0 ? List.of(expression()) : List.of();
        return new Select(equal, expressions);
    }

    private Expression expression() {
        String operator = one(List.of("In", "NotIn", "Exists", "DoesNotExist"));
        boolean values = operator.endsWith("In");
        return new Expression(one(KEYS), operator, values ? List.of(one(VALUES)) : List.of());
    }

    private SortedMap<String, String> labels() {
        SortedMap<String, String> labels = new TreeMap<>();
        for (String key : KEYS) {
            if (random.nextInt(3) > 0) {
                labels.put(key, one(VALUES));
            }
        }
        return labels;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> many(int most, Supplier<T> one) {
        List<T> all = new ArrayList<>();
        int count = random.nextInt(most);
        for (int i = 0; i < count; i++) {
            all.add(one.get());
        }
        return all;
    }

    private <T> @Nullable T perhaps(Supplier<T> one) {
        return random.nextInt(3) == 0 ? null : one.get();
    }
}
