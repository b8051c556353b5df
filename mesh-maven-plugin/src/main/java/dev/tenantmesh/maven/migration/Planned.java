package dev.tenantmesh.maven.migration;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.report.migration.MigrationPlan;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A migration, and the folder of each of its steps.
 *
 * @param plan what people read
 * @param folders by the names of steps what is to be applied and deleted
 */
public record Planned(MigrationPlan plan, SortedMap<String, ManifestSet> folders) {

    public Planned {
        folders = Collections.unmodifiableSortedMap(new TreeMap<>(folders));
    }

    /** Both; the names of their steps differ. */
    public Planned with(Planned other) {
        SortedMap<String, ManifestSet> all = new TreeMap<>(folders);
        all.putAll(other.folders);
        return new Planned(plan.with(other.plan), all);
    }
}
