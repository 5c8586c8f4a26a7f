using System.Globalization;

namespace Croisee.Surveys.Desk;

/// <summary>One place as a list gives it.</summary>
/// <param name="Number">Of its line, from 1.</param>
public sealed record PlaceLine(int Number, string Name, int? Eligible, string? Finess, string? Grouping = null);

/// <summary>Places as a spreadsheet gives them when it is pasted: one a line, a name, how many persons, a FINESS number, with which others it is read, between tabs or semicolons.</summary>
public static class PlaceLines
{
    public const int Most = 300, LongestText = 60_000;

    /// <returns>All that could be read, and what is wrong, line by line.</returns>
    public static (IReadOnlyList<PlaceLine> Lines, IReadOnlyList<string> Faults) Read(string text, IEnumerable<SurveyPlace> known)
    {
        var (lines, faults, names) = (new List<PlaceLine>(), new List<string>(), new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        foreach (var place in known) names[place.Name] = 0;
        foreach (var (at, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            var cells = Cells(line, '\t') is { Count: > 1 } tabbed ? tabbed : Cells(line, ';');
            var (number, name) = (at + 1, cells[0]);
            if (Fault(cells) is { } fault) faults.Add($"Ligne {number} : {fault}");
            else if (names.TryGetValue(name, out var before)) faults.Add(before == 0 ? $"Ligne {number} : « {name} » est déjà un lieu de l’enquête." : $"Ligne {number} : « {name} » est déjà à la ligne {before}.");
            else lines.Add(new(number, name, Persons(cells.ElementAtOrDefault(1)), cells.ElementAtOrDefault(2) is { Length: > 0 } finess ? finess : null, cells.ElementAtOrDefault(3) is { Length: > 0 } grouping ? grouping : null));
            names.TryAdd(name, number);
        }
        if (lines.Count + faults.Count == 0) faults.Add("Écrivez au moins un lieu.");
        if (lines.Count > Most) faults.Add($"Il y a {lines.Count} lieux. Ajoutez-en {Most} au plus à la fois.");
        return (lines, faults);
    }

    static string? Fault(IReadOnlyList<string> cells)
    {
        if (cells[0].Length == 0) return "le nom du lieu manque.";
        if (cells[0].Length > SurveyPlace.NameMax) return $"ce nom a plus de {SurveyPlace.NameMax} caractères.";
        if (cells.Skip(4).Any(c => c.Length > 0)) return "il y a plus de quatre colonnes.";
        if (cells.ElementAtOrDefault(3)?.Length > SurveyPlace.GroupingMax) return $"ce regroupement a plus de {SurveyPlace.GroupingMax} caractères.";
        return cells.ElementAtOrDefault(1) is { Length: > 0 } typed && Persons(typed) is null ? $"« {(typed.Length > 20 ? typed[..20] + "…" : typed)} » n’est pas un nombre de personnes." : null;
    }

    /// <summary>« 1 250 » as a spreadsheet shows it.</summary>
    static int? Persons(string? typed) =>
        int.TryParse(string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))), NumberStyles.None, CultureInfo.InvariantCulture, out var persons) && persons is >= 1 and <= SurveyPlace.EligibleMax ? persons : null;

    static List<string> Cells(string line, char separator)
    {
        var (cells, from) = (new List<string>(), 0);
        while (true)
        {
            var end = EndOf(line, from, separator);
            cells.Add(Cell(line[from..end]));
            if (end == line.Length) return cells;
            from = end + 1;
        }
    }

    /// <summary>Of the cell that begins there: at the next separator, and not at one between its quotes.</summary>
    static int EndOf(string line, int from, char separator)
    {
        var begin = from;
        while (begin < line.Length && line[begin] != separator && char.IsWhiteSpace(line[begin])) begin++;
        var after = begin < line.Length && line[begin] == '"' && CloseOf(line, begin) is var close and >= 0 ? close : from;
        return line.IndexOf(separator, after) is var next and >= 0 ? next : line.Length;
    }

    /// <summary>The quote that closes the one there; two together are one of the text. Negative where none does.</summary>
    static int CloseOf(string line, int open)
    {
        var close = line.IndexOf('"', open + 1);
        while (close >= 0 && close + 1 < line.Length && line[close + 1] == '"') close = line.IndexOf('"', close + 2);
        return close;
    }

    /// <summary>A spreadsheet puts quotes around a cell that holds a semicolon or a quote.</summary>
    static string Cell(string cell)
    {
        cell = cell.Trim();
        return cell is ['"', .., '"'] ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim() : cell;
    }
}
