namespace Croisee.Library;

/// <summary>A sheet as its neighbours are sought: what it holds, and the words that are its own with how often each is said.</summary>
/// <param name="Without">Sheets that are not to be suggested, itself apart.</param>
public sealed record NearQuestion(Guid Sheet, IReadOnlyList<(string Field, string Code)> Codes, IReadOnlyList<(string Word, int Times)> Words, int Most = 3, IReadOnlySet<Guid>? Without = null);

/// <summary>A sheet near another one, and why: the codes and the words that both hold, the most telling first.</summary>
public sealed record NearSheet(Guid Id, double Score, IReadOnlyList<(string Field, string Code)> Codes, IReadOnlyList<string> Words);

/// <summary>
/// How near two sheets are: the sum of what they share, where what few sheets hold says more than what most hold, and a public or a brake
/// more than a region. Pure, so that anybody can count it again.
/// </summary>
public static class Nearness
{
    /// <summary>As many words of a sheet are looked up, the most telling ones.</summary>
    public const int WordsRead = 12;
    /// <summary>In a library of this size, what one sheet in two holds tells nothing, and reading it costs most.</summary>
    public const int LargeLibrary = 1_000;
    const double Word = 1.5;

    static readonly Dictionary<string, double> Weights = new()
    {
        ["public"] = 3, [SheetFacets.Brake] = 2.5, ["registre"] = 2, ["activite"] = 2, ["contexte"] = 2, [SheetFacets.Lever] = 1.5,
        ["parcours"] = 1, [SheetFacets.Cell] = 1, ["secteur"] = 1, ["degre"] = 1, ["organisation"] = 0.5, ["niveau"] = 0.5, ["region"] = 0.5,
    };

    /// <summary>Fields that make sheets near, the most telling first.</summary>
    public static IEnumerable<string> Fields => Weights.Keys;

    public static double OfCode(string field, int holding, int sheets) => Weights.GetValueOrDefault(field) * Rarity(holding, sheets);

    public static double OfWord(int holding, int sheets) => Word * Rarity(holding, sheets);

    /// <summary>Thin reasons are no reasons: two landmarks at least, or one and a word, or two words.</summary>
    public static bool IsTold(IEnumerable<string> fields, int words) => fields.Distinct().Count() + words >= 2;

    static double Rarity(int holding, int sheets) =>
        holding < 2 || sheets >= LargeLibrary && holding * 2 > sheets ? 0 : Math.Log(1 + (double)sheets / holding);
}
