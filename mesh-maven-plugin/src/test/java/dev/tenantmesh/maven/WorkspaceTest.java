package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.codehaus.plexus.build.DefaultBuildContext;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Goals in an IDE. */
class WorkspaceTest extends GoalTest {

    private final RecordingIde ide = new RecordingIde();

    @Test
    @InjectMojo(goal = "generate")
    void showsProblemsWhereTheyWereWritten(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT.replace("serviceAccount:", "serviceAcount:"));

        failure(inIde(mojo));

        assertThat(ide.calls).hasSize(3).startsWith("forget mesh.yaml");
        assertThat(ide.calls.get(1))
                .matches("error mesh.yaml:\\d+:\\d+ MESH0107: The key 'serviceAccount' is missing.*");
        assertThat(ide.calls.get(2))
                .matches("error mesh.yaml:\\d+:\\d+ MESH0105 'serviceAcount': This key does not .*");
    }

    @Test
    @InjectMojo(goal = "generate")
    void refreshesWhatWasWritten(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);

        run(inIde(mojo));

        assertThat(ide.calls).containsExactly("forget mesh.yaml", "refresh deploy");
        assertThat(base.resolve(DENY)).exists();
    }

    @Test
    @InjectMojo(goal = "generate")
    void showsWarningsInEveryRun(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT.replace("1.30", "1.18").replace("type: kubernetes", "type: openshift"));

        run(inIde(mojo));
        run(inIde(mojo));

        assertThat(ide.calls.stream().filter(call -> call.contains("MESH0202"))).hasSize(2);
    }

    @Test
    @InjectMojo(goal = "generate")
    void doesNothingWhenSomethingElseChanged(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        ide.incremental = true;
        ide.changed = false;

        run(inIde(mojo));

        assertThat(ide.calls).isEmpty();
        assertThat(log.lines("INFO")).isEmpty();
        assertThat(base.resolve("deploy")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "generate")
    void worksAgainWhenADocumentChanged(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        ide.incremental = true;

        run(inIde(mojo));

        assertThat(base.resolve(DENY)).exists();
    }

    @Test
    @InjectMojo(goal = "check")
    void checksToo(CheckMojo mojo) throws Exception {
        givenModel("kind: Mash\n");

        failure(inIde(mojo));

        assertThat(ide.calls).hasSize(3).startsWith("forget mesh.yaml");
    }

    /** Each goal is either run by the IDE or left to people, or m2e marks every project that binds it. */
    @Test
    void namesEveryGoalInTheLifecycleMapping() throws Exception {
        Document mapping = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(getClass().getResourceAsStream("/META-INF/m2e/lifecycle-mapping-metadata.xml"));
        Document plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(getClass().getResourceAsStream("/META-INF/maven/plugin.xml"));

        assertThat(goals(mapping)).containsExactlyInAnyOrder(goals(plugin));
    }

    private static String[] goals(Document document) {
        NodeList goals = document.getElementsByTagName("goal");
        return IntStream.range(0, goals.getLength())
                .mapToObj(goals::item)
                .filter(goal -> goal.getParentNode().getNodeName().matches("goals|mojo"))
                .map(Node::getTextContent)
                .toArray(String[]::new);
    }

    private <M extends AbstractMeshMojo> M inIde(M mojo) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(mojo, "workspace", new Workspace(new DefaultBuildContext(ide), ide));
        return mojo;
    }
}
