package dev.tenantmesh.model.yaml;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the Javadoc of the sources says, as plain text with {@code `}. */
final class Javadocs {

    private final Map<String, String> texts = new HashMap<>();

    private Javadocs() {}

    /** Reads every source below a folder. */
    static Javadocs below(Path sources) {
        Javadocs docs = new Javadocs();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> found = Files.walk(sources)) {
            List<Path> java = found.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                docs.new Scanner(trees).scan(unit, String.valueOf(unit.getPackageName()));
            }
            return docs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a type; empty if it has none. */
    String of(Class<?> type) {
        return texts.getOrDefault(type.getCanonicalName(), "");
    }

    /** Of a component of a record, or a constant of an enum; empty if it has none. */
    String of(Class<?> type, String member) {
        return texts.getOrDefault(type.getCanonicalName() + "#" + member, "");
    }

    private final class Scanner extends TreePathScanner<Void, String> {

        private final DocTrees trees;

        private Scanner(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, String outer) {
            String name = outer + "." + type.getSimpleName();
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                texts.put(name, text(comment.getFullBody()));
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree param && !param.isTypeParameter()) {
                        texts.put(name + "#" + param.getName(), text(param.getDescription()));
                    }
                }
            }
            return super.visitClass(type, name);
        }

        @Override
        public Void visitVariable(VariableTree variable, String owner) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            boolean member = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.ENUM;
            if (comment != null && member) {
                texts.put(owner + "#" + variable.getName(), text(comment.getFullBody()));
            }
            return super.visitVariable(variable, owner);
        }
    }

    /** A sentence that begins with a capital and ends with a full stop, each paragraph on one line. */
    private static String text(List<? extends DocTree> trees) {
        String text = trees.stream().map(Javadocs::part).collect(Collectors.joining());
        String plain = Stream.of(text.split("\n\n", -1))
                .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining("\n\n"));
        if (plain.isEmpty()) {
            return "";
        }
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1) + (plain.endsWith(".") ? "" : ".");
    }

    private static String part(DocTree tree) {
        if (tree instanceof TextTree text) {
            return text.getBody().replaceAll("\\s+", " ");
        }
        if (tree instanceof LiteralTree literal) {
            String body = literal.getBody().getBody();
            return tree.getKind() == DocTree.Kind.CODE ? "`" + body + "`" : body;
        }
        if (tree instanceof LinkTree link) {
            String label = link.getLabel().stream().map(Javadocs::part).collect(Collectors.joining());
            return label.isEmpty() ? link.getReference().getSignature().replace('#', '.') : label;
        }
        if (tree instanceof StartElementTree element && element.getName().contentEquals("p")) {
            return "\n\n";
        }
        throw new IllegalStateException("Write it without " + tree);
    }
}
