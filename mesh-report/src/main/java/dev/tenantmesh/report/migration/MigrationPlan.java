package dev.tenantmesh.report.migration;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What can be done to come further, with what would come of it.
 *
 * @param ways one for each thing that is on its way
 */
public record MigrationPlan(List<Way> ways) {

    public MigrationPlan {
        ways = List.copyOf(ways);
    }

    /**
     * Something on its way.
     *
     * @param name what it is called
     * @param standing where it stands, one sentence each
     * @param inOrder whether its steps are taken one after the other; else each of them can be the next one
     * @param steps the steps
     */
    public record Way(String name, List<String> standing, boolean inOrder, List<Step> steps) {

        public Way {
            standing = List.copyOf(standing);
            steps = List.copyOf(steps);
        }
    }

    /**
     * One step.
     *
     * @param name also of its folder
     * @param title what it does, one sentence
     * @param todo what people do, in order, one sentence or command each
     * @param breakages who would not get through any more
     * @param proof what was proved of the manifests after it, one sentence
     * @param open what could not be proved, or stands in its way; empty if nothing
     * @param folder where its objects were written; empty if they were not
     */
    public record Step(
            String name,
            String title,
            List<String> todo,
            List<Breakage> breakages,
            String proof,
            List<String> open,
            String folder) {

        public Step {
            todo = List.copyOf(todo);
            breakages = List.copyOf(breakages);
            open = List.copyOf(open);
        }

        private Step in(String written) {
            return new Step(name, title, todo, breakages, proof, open, written);
        }

        /** Whether everything that is promised holds after it. */
        public boolean isProved() {
            return open.isEmpty();
        }
    }

    /**
     * A client that would not get through any more.
     *
     * @param platform where
     * @param client who
     * @param server whom it calls
     * @param ports on which ports of that
     * @param because why
     * @param permitted what lets it in now
     * @param at where it was written; empty if nowhere
     */
    public record Breakage(
            String platform, String client, String server, String ports, String because, String permitted, String at) {}

    /** What two plans say, one after the other. */
    public MigrationPlan with(MigrationPlan other) {
        return new MigrationPlan(
                Stream.concat(ways.stream(), other.ways.stream()).toList());
    }

    /** The same plan, which says of each step by its name where it was written. */
    public MigrationPlan writtenTo(UnaryOperator<String> folders) {
        return new MigrationPlan(ways.stream()
                .map(way -> new Way(
                        way.name(),
                        way.standing(),
                        way.inOrder(),
                        way.steps().stream()
                                .map(step -> step.in(folders.apply(step.name())))
                                .toList()))
                .toList());
    }

    /** Whether every step can be proved. */
    public boolean isProved() {
        return ways.stream().flatMap(way -> way.steps().stream()).allMatch(Step::isProved);
    }

    /** How many clients the steps would break. */
    public long breakages() {
        return ways.stream()
                .flatMap(way -> way.steps().stream())
                .mapToLong(step -> step.breakages().size())
                .sum();
    }
}
