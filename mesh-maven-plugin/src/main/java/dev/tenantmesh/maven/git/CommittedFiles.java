package dev.tenantmesh.maven.git;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.LoadOptions;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads files as a commit has them, into memory. The working tree is not looked at, no hook and no filter runs, nothing
 * is fetched, and neither settings of the user nor of the machine count.
 *
 * @see <a href="https://git-scm.com/docs/gitrevisions">gitrevisions</a>
 */
public final class CommittedFiles {

    private final String revision;
    private final LoadOptions options;
    private final Problems problems;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private CommittedFiles(String revision, LoadOptions options, Problems problems) {
        this.revision = revision;
        this.options = options;
        this.problems = problems;
    }

    /** Whether a folder lies in a repository. */
    public static boolean isInRepository(Path folder) {
        ClosedConfig.install();
        return builder(folder).getGitDir() != null;
    }

    private static FileRepositoryBuilder builder(Path folder) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        builder.findGitDir(existing(folder).toFile());
        return builder;
    }

    /** A folder that is gone lies where its nearest parent does. */
    private static Path existing(Path folder) {
        Path found = folder;
        while (!Files.isDirectory(found) && found.getParent() != null) {
            found = found.getParent();
        }
        return found;
    }

    /**
     * What is below some folders, or is one of some files, by its path in the repository.
     *
     * @param roots the folders and files where the working tree has them
     * @param revision as {@code git rev-parse} takes it
     */
    public static SortedMap<String, byte[]> read(
            List<Path> roots, String revision, LoadOptions options, Problems problems) throws IOException {
        ClosedConfig.install();
        CommittedFiles read = new CommittedFiles(revision, options, problems);
        for (Path root : roots) {
            read.read(root);
        }
        return read.files;
    }

    private void read(Path root) throws IOException {
        FileRepositoryBuilder builder = builder(root);
        if (builder.getGitDir() == null) {
            refuse(
                    root.toString(),
                    "This lies in no git repository.",
                    "Name the manifests before with -Dmesh.before=<folder>.");
            return;
        }
        builder.setMustExist(true);
        try (Repository repository = builder.build()) {
            read(root, repository);
        } catch (MissingObjectException missing) {
            refuse(
                    missing.getObjectId().name(),
                    "The repository has the commit, and not all of its files: it is a partial clone.",
                    "Fetch them, as with `git fetch --refetch --no-filter`.");
        } catch (IOException | IllegalArgumentException unreadable) {
            refuse(revision, "The repository cannot be read: " + unreadable.getMessage() + ".", "Repair it.");
        }
    }

    private void read(Path root, Repository repository) throws IOException {
        if (repository.isBare()) {
            refuse(root.toString(), "The repository is a bare one.", "Start from a working tree.");
            return;
        }
        ObjectId commit = resolved(repository);
        if (commit == null) {
            unknown(repository);
            return;
        }
        Path workTree = repository.getWorkTree().toPath().toRealPath();
        Path folder = existing(root).toRealPath().resolve(existing(root).relativize(root));
        String path = workTree.relativize(folder).toString().replace(File.separatorChar, '/');
        try (RevWalk walk = new RevWalk(repository)) {
            RevTree tree = walk.parseTree(commit);
            int before = files.size();
            boolean found = read(repository, tree, path);
            if (!found && files.size() == before) {
                missing(path);
            }
        }
    }

    private @Nullable ObjectId resolved(Repository repository) throws IOException {
        try {
            return repository.resolve(revision + "^{commit}");
        } catch (RevisionSyntaxException | org.eclipse.jgit.errors.IncorrectObjectTypeException none) {
            return null;
        }
    }

    private void unknown(Repository repository) {
        boolean shallow = Files.exists(repository.getCommonDirectory().toPath().resolve(Constants.SHALLOW));
        String why = "There is no such commit" + (shallow ? " here; the clone is a shallow one." : ".");
        String fix = shallow
                ? "Fetch more of the history, as with `git fetch --unshallow` or `fetch-depth: 0`."
                : "Name a commit, a branch or a tag; fetch it first if it is elsewhere.";
        refuse(revision, why, fix);
    }

    private void missing(String path) {
        problems.warning(
                ProblemCode.REVISION_UNREADABLE,
                Origin.ofModel("mesh.revision"),
                revision + ":" + path,
                "The commit has no manifests there, so everything counts as new.",
                "Check the path, if there should be some.");
    }

    private boolean read(Repository repository, RevTree tree, String path) throws IOException {
        boolean found = false;
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            if (!path.isEmpty()) {
                walk.setFilter(PathFilter.create(path));
            }
            while (walk.next() && files.size() <= options.files()) {
                found = true;
                take(walk, path);
            }
        }
        return found;
    }

    private void take(TreeWalk walk, String root) throws IOException {
        FileMode mode = walk.getFileMode(0);
        String path = walk.getPathString();
        if (mode == FileMode.GITLINK) {
            refuse(
                    revision + ":" + path,
                    "This is a submodule, whose commits are in another repository.",
                    "Name folders beside it, or the manifests before with -Dmesh.before=<folder>.");
        } else if (mode == FileMode.SYMLINK && (isManifest(path) || path.equals(root))) {
            refuse(
                    revision + ":" + path,
                    "This is a symbolic link, which is not followed in a commit.",
                    "Name what it leads to.");
        } else if (mode != FileMode.SYMLINK && (isManifest(path) || path.equals(root))) {
            try (InputStream in =
                    walk.getObjectReader().open(walk.getObjectId(0)).openStream()) {
                files.put(path, in.readNBytes(options.fileBytes() + 1));
            }
        }
    }

    private static boolean isManifest(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private void refuse(String written, String why, String fix) {
        problems.error(ProblemCode.REVISION_UNREADABLE, Origin.ofModel("mesh.revision"), written, why, fix);
    }
}
