package dev.tenantmesh.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Renders the goals and their parameters, as the plugin descriptor has them, as Markdown. */
final class GoalsPage {

    private static final String HEAD = """
            <!-- Written by GoalsPageTest from the plugin itself; rewrite it with -Dmesh.refresh=true. -->
            # Goals

            A parameter is set on the command line by its property (`-Dmesh.output=...`), or in the POM by its name.
            """;

    private static final String DEFAULT = "Default: ";

    private GoalsPage() {}

    static String of(Path descriptor) {
        Element plugin = parse(descriptor.toFile());
        return children(child(plugin, "mojos").orElseThrow(), "mojo").stream()
                .sorted(Comparator.comparing(mojo -> text(mojo, "goal")))
                .map(GoalsPage::goal)
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String goal(Element mojo) {
        String phase = child(mojo, "phase")
                .map(element -> " Bound to the phase `" + element.getTextContent() + "` unless told otherwise.")
                .orElse("");
        String table = text(mojo, "goal").equals("help")
                ? ""
                : """

                | parameter | property | default | meaning |
                |---|---|---|---|
                """
                        + children(child(mojo, "parameters").orElseThrow(), "parameter").stream()
                                .map(parameter -> row(mojo, parameter))
                                .collect(Collectors.joining());
        return "\n## mesh:" + text(mojo, "goal") + "\n\n" + text(mojo, "description") + phase + "\n" + table;
    }

    private static String row(Element mojo, Element parameter) {
        String name = text(parameter, "name");
        Element configured =
                child(child(mojo, "configuration").orElseThrow(), name).orElseThrow();
        String property = configured.getTextContent().replaceAll("^\\$\\{(.*)}$", "$1");
        String meaning = text(parameter, "description");
        String preset =
                configured.hasAttribute("default-value") ? "`" + configured.getAttribute("default-value") + "`" : "";
        int end = meaning.indexOf(" " + DEFAULT);
        if (preset.isEmpty() && end > 0) {
            preset = meaning.substring(end + 1 + DEFAULT.length()).replaceFirst("\\.$", "");
            meaning = meaning.substring(0, end);
        }
        return "| `%s` | `%s` | %s | %s |\n".formatted(name, property, preset, meaning);
    }

    private static Element parse(File descriptor) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(descriptor)
                    .getDocumentElement();
        } catch (Exception unreadable) {
            throw new IllegalStateException("Build the plugin first: " + descriptor, unreadable);
        }
    }

    private static String text(Element parent, String name) {
        return child(parent, name)
                .orElseThrow()
                .getTextContent()
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE
                        && node.getNodeName().equals(name))
                .map(Element.class::cast)
                .toList();
    }
}
