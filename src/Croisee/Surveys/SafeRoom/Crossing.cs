using System.Text;
using Croisee.Rules;

namespace Croisee.Surveys.SafeRoom;

/// <summary>One table of a crossing: a row for each value of the first question, a column for each of the second.</summary>
/// <param name="Heading">The value of the third question; null when only two are crossed.</param>
/// <param name="Total">Persons in the whole table: where a question takes several answers, cells add up to more.</param>
public sealed record CrossedTable(string? Heading, IReadOnlyList<(string Label, int Total, IReadOnlyList<int> Cells)> Rows, IReadOnlyList<int> ColumnTotals, int Total);

/// <summary>
/// Two or three columns counted against each other, to the unit: this stays in the room. Somebody who chose several answers is in the row of each;
/// of an order, what came first is counted; who did not answer has a row of their own.
/// </summary>
public sealed class Crossing
{
    /// <summary>Values of one column that can be shown: more of them (a number that anybody writes) is no table.</summary>
    public const int ValuesMax = 60;
    public const string Silent = "Sans réponse";
    readonly Axis[] axes;
    readonly Dictionary<(int Row, int Column, int Layer), int> cells = [], rows = [], tops = [], wholes = [];

    /// <param name="chosen">Two or three columns of the table, each once.</param>
    public Crossing(RawColumns columns, params IReadOnlyList<RawColumn> chosen)
    {
        if (chosen.Count is not (2 or 3) || chosen.Distinct().Count() < chosen.Count) throw new RuleBroken("SAF-CROSS", "Choisissez deux ou trois questions différentes.", "First");
        axes = [.. chosen.Select(c => new Axis(c, columns.All.ToList().IndexOf(c)))];
    }

    public IReadOnlyList<RawColumn> Chosen => [.. axes.Select(a => a.Column)];
    public string Said => string.Join(" × ", axes.Select(a => a.Column.Text));

    public void Count(RawCells row)
    {
        var (first, second, third) = (axes[0].ValuesOf(row), axes[1].ValuesOf(row), axes.Length > 2 ? axes[2].ValuesOf(row) : [0]);
        foreach (var layer in third)
        {
            Add(wholes, (0, 0, layer));
            foreach (var r in first)
            {
                Add(rows, (r, 0, layer));
                foreach (var c in second) Add(cells, (r, c, layer));
            }
            foreach (var c in second) Add(tops, (0, c, layer));
        }
    }

    static void Add(Dictionary<(int, int, int), int> to, (int, int, int) cell) => to[cell] = to.GetValueOrDefault(cell) + 1;

    /// <summary>Labels of the columns that hold somebody.</summary>
    public IReadOnlyList<string> Heads => [.. Used(1).Select(axes[1].LabelOf)];

    public IEnumerable<CrossedTable> Tables()
    {
        var (down, across) = (Used(0), Used(1));
        foreach (var layer in axes.Length > 2 ? Used(2) : [0])
            yield return new(axes.Length > 2 ? axes[2].LabelOf(layer) : null,
                [.. down.Select(r => (axes[0].LabelOf(r), rows.GetValueOrDefault((r, 0, layer)), (IReadOnlyList<int>)[.. across.Select(c => cells.GetValueOrDefault((r, c, layer)))]))],
                [.. across.Select(c => tops.GetValueOrDefault((0, c, layer)))], wholes.GetValueOrDefault((0, 0, layer)));
    }

    List<int> Used(int axis)
    {
        var used = (axis switch { 0 => rows.Keys.Select(k => k.Row), 1 => tops.Keys.Select(k => k.Column), _ => wholes.Keys.Select(k => k.Layer) }).ToHashSet();
        return axes[axis].InOrder().Where(used.Contains).ToList();
    }

    /// <summary>The values of one column by rank: those of the questionnaire first, then the others as they come; the last is no answer.</summary>
    sealed class Axis(RawColumn column, int at)
    {
        const int None = -1;
        readonly List<(byte[] Code, string Text)> values = [.. column.Values.Select(v => (Encoding.UTF8.GetBytes(v.Code), v.Text))];
        readonly List<int> several = [];

        public RawColumn Column => column;

        public IReadOnlyList<int> ValuesOf(RawCells row)
        {
            several.Clear();
            var cell = row[at];
            foreach (var part in cell.Split((byte)' '))
            {
                if (cell[part].Length > 0) several.Add(RankOf(cell[part]));
                if (column.Kind is Content.QuestionKind.Ranking) break;
            }
            if (several.Count == 0) several.Add(None);
            return [.. several];
        }

        int RankOf(ReadOnlySpan<byte> code)
        {
            for (var i = 0; i < values.Count; i++) if (code.SequenceEqual(values[i].Code)) return i;
            if (values.Count >= Math.Max(ValuesMax, column.Values.Count)) throw new RuleBroken("SAF-CROSS", $"« {column.Text} » a plus de {ValuesMax} réponses différentes : prenez le fichier pour l’étudier.", "First");
            var said = Encoding.UTF8.GetString(code);
            values.Add((code.ToArray(), said));
            return values.Count - 1;
        }

        public IEnumerable<int> InOrder()
        {
            var open = Enumerable.Range(column.Values.Count, values.Count - column.Values.Count).OrderBy(i => values[i].Text.Length).ThenBy(i => values[i].Text, StringComparer.Ordinal);
            return Enumerable.Range(0, column.Values.Count).Concat(open).Append(None);
        }

        public string LabelOf(int rank) => rank == None ? Silent : values[rank].Text;
    }
}
