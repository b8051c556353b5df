package dev.tenantmesh.report.capacity.shown;

import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.report.Cells;
import java.util.ArrayList;
import java.util.List;

/**
 * One part of a report for people: a table and what has to be known to read it.
 *
 * @param title what it is about
 * @param head the columns; the first one names a row
 * @param rows its rows
 * @param notes what the figures mean, one sentence each
 */
public record Block(String title, List<String> head, List<List<String>> rows, List<String> notes) {

    public Block {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** As Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder("### ").append(title).append("\n\n");
        if (!rows.isEmpty()) {
            text.append(Cells.markdown(head, rows)).append('\n');
        }
        notes.forEach(note -> text.append("- ").append(Cells.escaped(note)).append('\n'));
        return text.append(notes.isEmpty() ? "" : "\n").toString();
    }

    /** As plain text. */
    public String text() {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i < head.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    cells.add(head.get(i) + " " + row.get(i));
                }
            }
            text.append(Printable.of("  " + row.get(0) + ": " + String.join("; ", cells)))
                    .append('\n');
        }
        notes.forEach(note -> text.append(Printable.of("  " + note)).append('\n'));
        return text.append('\n').toString();
    }
}
