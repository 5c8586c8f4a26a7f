namespace Croisee.Library.Brakes;

/// <summary>A brake or a lever, and how many sheets tell it.</summary>
public sealed record ToldCode(string Code, string Label, int Count, string Href);

/// <summary>A brake and a lever that the same sheets tell.</summary>
/// <param name="Count">Sheets that tell both.</param>
/// <param name="Expected">As many would tell both if telling one had nothing to do with telling the other.</param>
public sealed record ToldTogether(ToldCode Brake, ToldCode Lever, int Count, double Expected, string Href)
{
    /// <summary>Under so many sheets there is no rule to draw: they are to be read one by one.</summary>
    public const int Few = 5;
    const double Clear = 1.2;

    public static double ExpectedOf(int brake, int lever, int sheets) => sheets == 0 ? 0 : (double)brake * lever / sheets;

    /// <summary>How many times as often as without a tie; null when nothing was to be expected.</summary>
    public double? Ratio => Expected > 0 ? Count / Expected : null;

    public bool IsFew => Count < Few;

    /// <summary>Told together clearly more often, in enough sheets to say so.</summary>
    public bool IsTied => !IsFew && Ratio >= Clear;

    /// <summary>Pearson's residual: a surplus counts for more where little was expected.</summary>
    public double Surplus => Expected > 0 ? (Count - Expected) / Math.Sqrt(Expected) : 0;

    public string InWords => IsFew ? "peu de fiches"
        : Ratio >= Clear ? "plus souvent ensemble que sans lien" : Ratio <= 1 / Clear ? "moins souvent ensemble que sans lien" : "à peu près comme sans lien";
}
