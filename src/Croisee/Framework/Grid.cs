namespace Croisee.Framework;

/// <summary>A cell of the second categorisation: a scale (micro, meso, macro) and a level (information … leadership).</summary>
public readonly record struct Cell(string Scale, string Level)
{
    public IEnumerable<Term> Modalities
    {
        get
        {
            var cell = this;
            return Vocabularies.Modality.Terms.Where(m => Grid.CellOf(m.Code) == cell);
        }
    }

    /// <summary>In addresses and exports.</summary>
    public string Code => $"{Scale}-{Level}";

    public override string ToString() => $"{Scale} × {Level}";
}

/// <summary>The second categorisation (domain 2.4): five levels by three scales. A modality belongs to exactly one cell (FRM-R4).</summary>
public static class Grid
{
    static readonly Dictionary<string, Cell> ByModality = Vocabularies.Modality.Terms.ToDictionary(
        m => m.Code,
        m => new Cell(Vocabularies.Scale.Require(m.Text("scale")).Code, Vocabularies.Level.Require(m.Text("level")).Code));

    /// <summary>The fifteen cells, scale by scale.</summary>
    public static IReadOnlyList<Cell> Cells { get; } =
        [.. Vocabularies.Scale.Terms.SelectMany(s => Vocabularies.Level.Terms.Select(l => new Cell(s.Code, l.Code)))];

    /// <exception cref="KeyNotFoundException">Not a code of V-MODALITE.</exception>
    public static Cell CellOf(string modality) => ByModality[modality];

    public static Cell? Find(string code) => Cells.Where(c => c.Code == code).Select(c => (Cell?)c).FirstOrDefault();

    /// <summary>True for cells filled by this project rather than by the source document: the macro row.</summary>
    public static bool IsOurs(string modality) => Vocabularies.Modality.Require(modality).Flag("ours");

    public static GridCounts Count(IEnumerable<Landmarks> actions)
    {
        var counts = new Dictionary<Cell, int>();
        var total = 0;
        foreach (var action in actions)
        {
            total++;
            foreach (var cell in action.Modalities.Select(CellOf).Distinct())
                counts[cell] = counts.GetValueOrDefault(cell) + 1;
        }
        return new GridCounts(counts, total);
    }
}

/// <summary>Number of actions for each cell; an action with several modalities of a cell counts once there, and may count in several cells.</summary>
public sealed class GridCounts
{
    /// <summary>Under this number of sheets a cell is a « case blanche » (domain 1.7).</summary>
    public const int Sparse = 2;

    readonly IReadOnlyDictionary<Cell, int> counts;

    internal GridCounts(IReadOnlyDictionary<Cell, int> counts, int actions)
    {
        this.counts = counts;
        Actions = actions;
    }

    public int Actions { get; }
    public int this[Cell cell] => counts.GetValueOrDefault(cell);
    public int Max => counts.Count == 0 ? 0 : counts.Values.Max();
}
