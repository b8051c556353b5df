package dev.tenantmesh.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of a table as Markdown and as CSV. What a cell holds stays in it: a pipe ends no Markdown cell, and a spreadsheet
 * takes no cell for a formula.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class Cells {

    private Cells() {}

    public static String markdown(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder(markdownRow(head));
        table.append(head.stream().map(cell -> "---").collect(Collectors.joining("|", "|", "|\n")));
        rows.forEach(row -> table.append(markdownRow(row)));
        return table.toString();
    }

    private static String markdownRow(List<String> cells) {
        return cells.stream().map(Cells::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A text that Markdown shows as it is. */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("`", "\\`")
                .replace("<", "&lt;")
                .replace("\n", " ");
    }

    public static String csv(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder(csvRow(head));
        rows.forEach(row -> table.append(csvRow(row)));
        return table.toString();
    }

    private static String csvRow(List<String> cells) {
        return cells.stream().map(Cells::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + cell.replace("\"", "\"\"") + '"';
    }
}
