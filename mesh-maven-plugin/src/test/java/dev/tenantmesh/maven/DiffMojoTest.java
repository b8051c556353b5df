package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;

class DiffMojoTest extends GoalTest {

    private static final String CLOSED = """
            apiVersion: v1
            kind: Pod
            metadata: {name: till, namespace: shop, labels: {app: till}}
            spec: {containers: [{name: app, image: example, ports: [{containerPort: 8080}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: front, labels: {app: web}}
            spec: {containers: [{name: app, image: example}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: front}
            spec: {podSelector: {}, policyTypes: [Ingress]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: shop}
            spec:
              podSelector: {}
              policyTypes: [Ingress]
            """;
    private static final String OPEN = CLOSED
            + "  ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: front}}}],"
            + " ports: [{port: 8080}]}]\n";

    @Test
    @InjectMojo(goal = "diff")
    void readsTheOtherSideFromTheLastCommitAndLeavesTheProjectAsItIs(DiffMojo mojo) throws Exception {
        givenCommit(CLOSED);
        givenFile("deploy/shop.yaml", OPEN);
        Map<String, String> before = manifests();

        run(mojo);

        assertThat(log.lines("INFO"))
                .anyMatch(line -> line.contains("front -> shop: "))
                .anyMatch(line -> line.contains("+ front/web to shop/till: TCP 8080, plaintext (deploy/shop.yaml:"));
        assertThat(manifests()).isEqualTo(before);
    }

    @Test
    @InjectMojo(goal = "diff")
    void failsOnAWideningThatNobodyApproved(DiffMojo mojo) throws Exception {
        givenCommit(CLOSED);
        givenFile("deploy/shop.yaml", OPEN);
        MojoExtension.setVariableValueToObject(mojo, "failOn", "widening");

        assertThat(failure(mojo)).contains("MESH0494");

        assertThat(log.lines("ERROR")).anyMatch(line -> line.contains("MESH0494 'front -> shop': "));
    }

    @Test
    @InjectMojo(goal = "diff")
    void passesWhereEveryWideningIsApproved(DiffMojo mojo) throws Exception {
        givenCommit(CLOSED);
        givenFile("deploy/shop.yaml", OPEN);
        givenFile("approvals.yaml", """
                approvals:
                  - {from: front, to: shop, ports: [tcp/8080], how: any, owner: ada, reason: the new page, expires: 2027-01-31}
                """);
        MojoExtension.setVariableValueToObject(mojo, "failOn", "widening");
        MojoExtension.setVariableValueToObject(mojo, "asOf", "2026-12-01");
        MojoExtension.setVariableValueToObject(
                mojo, "approvals", base.resolve("approvals.yaml").toFile());

        run(mojo);

        assertThat(log.lines("WARN")).isEmpty();
        assertThat(log.lines("INFO")).anyMatch(line -> line.contains("approved by ada until 2027-01-31"));
    }

    @Test
    @InjectMojo(goal = "diff")
    void aNarrowingIsNoReasonToFailButADifference(DiffMojo mojo) throws Exception {
        givenFile("before/shop.yaml", OPEN);
        givenFile("deploy/shop.yaml", CLOSED);
        MojoExtension.setVariableValueToObject(
                mojo, "before", base.resolve("before").toFile());
        MojoExtension.setVariableValueToObject(mojo, "failOn", "widening");

        run(mojo);

        assertThat(log.lines("INFO")).anyMatch(line -> line.contains("- front/web to shop/till"));
        MojoExtension.setVariableValueToObject(mojo, "failOn", "any");
        assertThat(failure(mojo)).contains("mesh.failOn is any");
    }

    @Test
    @InjectMojo(goal = "diff")
    void saysThatThereIsNoSuchCommit(DiffMojo mojo) throws Exception {
        givenCommit(CLOSED);
        MojoExtension.setVariableValueToObject(mojo, "revision", "v1.4");

        assertThat(failure(mojo)).contains("MESH0490");

        assertThat(log.lines("ERROR"))
                .anyMatch(line -> line.contains("mesh.revision: MESH0490 'v1.4': There is no such commit."));
    }

    @Test
    @InjectMojo(goal = "diff")
    void saysThatACloneIsShallow(DiffMojo mojo) throws Exception {
        givenCommit(CLOSED);
        givenFile(".git/shallow", "0123456789012345678901234567890123456789\n");
        MojoExtension.setVariableValueToObject(mojo, "revision", "v1.4");

        assertThat(failure(mojo)).contains("MESH0490");

        assertThat(log.lines("ERROR")).anyMatch(line -> line.contains("the clone is a shallow one"));
    }

    @Test
    @InjectMojo(goal = "diff")
    void asksForTheOtherSideWhereThereIsNoRepository(DiffMojo mojo) throws Exception {
        givenFile("deploy/shop.yaml", OPEN);

        assertThat(failure(mojo)).contains("docs/problems/");

        assertThat(log.lines("ERROR"))
                .anyMatch(line -> line.contains("mesh.before: ") && line.contains("Add -Dmesh.before=<folder>."));
    }

    @Test
    @InjectMojo(goal = "diff")
    void runsNothingThatTheRepositoryBringsAlong(DiffMojo mojo) throws Exception {
        givenCommit(CLOSED);
        File ran = base.resolve("ran").toFile();
        String touch = "touch " + ran;
        givenFile(".git/hooks/post-checkout", "#!/bin/sh\n" + touch + "\n");
        givenFile(
                ".git/config",
                "[core]\n\trepositoryformatversion = 0\n\tfsmonitor = " + touch + "\n[filter \"x\"]\n\tsmudge = "
                        + touch + "\n");
        givenFile(".gitattributes", "*.yaml filter=x\n");

        run(mojo);

        assertThat(ran).doesNotExist();
        assertThat(log.lines("INFO")).anyMatch(line -> line.contains("nobody reaches anybody in another way"));
    }

    @Test
    @InjectMojo(goal = "diff")
    void saysThatASubmoduleIsInAnotherRepository(DiffMojo mojo) throws Exception {
        givenCommit(CLOSED);
        try (Git git = Git.open(base.toFile())) {
            DirCacheEditor editor = git.getRepository().lockDirCache().editor();
            editor.add(new DirCacheEditor.PathEdit("deploy/other") {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setFileMode(FileMode.GITLINK);
                    entry.setObjectId(ObjectId.fromString("0123456789012345678901234567890123456789"));
                }
            });
            editor.commit();
            commit(git);
        }

        assertThat(failure(mojo)).contains("MESH0490");

        assertThat(log.lines("ERROR")).anyMatch(line -> line.contains("'HEAD:deploy/other': This is a submodule"));
    }

    private Map<String, String> manifests() throws IOException {
        return Map.of("deploy/shop.yaml", text("deploy/shop.yaml"));
    }

    private void givenCommit(String manifests) throws Exception {
        givenFile("deploy/shop.yaml", manifests);
        Files.createDirectories(base);
        try (Git git = Git.init().setDirectory(base.toFile()).call()) {
            git.add().addFilepattern("deploy").call();
            commit(git);
        }
    }

    private static void commit(Git git) throws GitAPIException {
        PersonIdent somebody = new PersonIdent("Ada", "ada@example.com");
        git.commit()
                .setAuthor(somebody)
                .setCommitter(somebody)
                .setSign(false)
                .setMessage("Manifests")
                .call();
    }
}
