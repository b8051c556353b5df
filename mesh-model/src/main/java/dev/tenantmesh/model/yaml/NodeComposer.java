package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerException;
import org.yaml.snakeyaml.scanner.ScannerImpl;

/**
 * Composes the nodes of one text from parser events, refusing anchors, aliases, tags and directives. It works on the
 * events of snakeyaml rather than on Jackson's tokens: those do not tell {@code "8080"} from {@code 8080}, nor where a
 * document begins. Nothing is ever expanded, so aliases cannot multiply.
 */
final class NodeComposer {

    static final int MAX_DEPTH = 40;
    static final int MAX_DOCUMENTS = 200;
    static final int MAX_NODES = 50_000;

    /** Ends the reading of a text that is larger than anybody writes. */
    static final class LimitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final transient Origin origin;

        LimitException(Origin origin, String message) {
            super(message);
            this.origin = origin;
        }
    }

    private final String source;
    private final Problems problems;
    private final boolean breaks;
    private final boolean damaged;
    private final StreamReader reader;
    private final Parser parser;
    private int documents;
    private int nodes;

    /** @param breaks whether text in double quotes may have line breaks, as in JSON it must */
    NodeComposer(String source, String text, boolean breaks, Problems problems) {
        this.breaks = breaks;
        this.source = source;
        this.problems = problems;
        this.damaged = text.indexOf(SourceText.REPLACEMENT) >= 0;
        this.reader = new StreamReader(text);
        ScannerImpl scanner = new ScannerImpl(reader, new LoaderOptions());
        this.parser = new ParserImpl(new DirectiveWatch(scanner, source, problems));
    }

    /**
     * The root of the next document, or null after the last.
     *
     * @throws YAMLException if the text is not YAML
     */
    @Nullable
    Node next() {
        try {
            if (parser.checkEvent(Event.ID.StreamStart)) {
                parser.getEvent();
            }
            return parser.checkEvent(Event.ID.DocumentStart) ? document() : null;
        } catch (NumberFormatException e) { // from snakeyaml 2.5 on an escape beyond 31 bits
            throw new ScannerException(null, null, "unknown escape", reader.getMark());
        }
    }

    private Node document() {
        limit(++documents, MAX_DOCUMENTS, "documents", parser.getEvent());
        Node root = compose(1);
        parser.getEvent();
        return root;
    }

    private Node compose(int depth) {
        Event event = parser.getEvent();
        limit(++nodes, MAX_NODES, "values", event);
        if (event instanceof AliasEvent alias) {
            return refuse(event, "*" + alias.getAnchor(), "This is an alias.", "Write the value itself.");
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            refuse(event, "&" + node.getAnchor(), "This is an anchor.", "Remove it.");
        }
        return event instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) event, depth);
    }

    private Node scalar(ScalarEvent event) {
        if (event.getTag() != null) {
            return refuseTag(event, event.getTag());
        }
        boolean block = event.isLiteral() || event.isFolded() || (breaks && event.isDQuoted());
        return event.getValue()
                .codePoints()
                .filter(point -> !SourceText.isAllowed(point) && !(block && (point == '\n' || point == '\t')))
                .mapToObj(point -> refuseCharacter(event, point))
                .findFirst()
                .orElseGet(() -> new ScalarNode(event.getValue(), !event.isPlain(), origin(event)));
    }

    private Node collection(CollectionStartEvent event, int depth) {
        limit(depth, MAX_DEPTH, "levels", event);
        if (event.getTag() != null) {
            refuseTag(event, event.getTag());
        }
        return event instanceof MappingStartEvent ? mapping(event, depth) : list(event, depth);
    }

    private Node mapping(Event start, int depth) {
        EntryCollector entries = new EntryCollector(problems);
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Node key = compose(depth + 1);
            entries.add(key, compose(depth + 1));
        }
        parser.getEvent();
        return entries.mapping(origin(start));
    }

    private Node list(Event start, int depth) {
        List<Node> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(compose(depth + 1));
        }
        parser.getEvent();
        return new ListNode(items, origin(start));
    }

    private Node refuseTag(Event event, String tag) {
        String written = tag.replaceFirst("^tag:yaml\\.org,2002:", "!!");
        return refuse(event, written, "This is a tag; the type of a value comes from its key.", "Remove it.");
    }

    /** In a damaged text a replacement stands for a character that has been reported at its own place. */
    private Node refuseCharacter(Event event, int point) {
        if (point != SourceText.REPLACEMENT || !damaged) {
            SourceText.refuse(problems, origin(event), point);
        }
        return new RefusedNode(origin(event));
    }

    private Node refuse(Event event, String written, String why, String fix) {
        problems.error(ProblemCode.UNSAFE_YAML, origin(event), written, why, fix);
        return new RefusedNode(origin(event));
    }

    private void limit(int count, int most, String what, Event event) {
        if (count > most) {
            throw new LimitException(origin(event), "There are more than " + most + " " + what + " in the file.");
        }
    }

    private Origin origin(Event event) {
        return Marks.origin(source, event.getStartMark());
    }
}
