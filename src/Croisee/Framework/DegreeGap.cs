namespace Croisee.Framework;

/// <summary>What was promised against what one side lived (FRM-R1), and how to say it without blame for the degree itself (FRM-R2).</summary>
public sealed record DegreeGap(string? Promised, string? Lived, Side Side)
{
    /// <summary>Rungs lived less rungs promised: -4 to 4, negative when less was lived; null until both are known.</summary>
    public int? Rungs => Promised is null || Lived is null ? null : Degree.Rank(Lived) - Degree.Rank(Promised);

    public string Sentence => Rungs switch
    {
        null when Promised is null => "Aucun degré n’a été annoncé.",
        null => $"{Who} n’ont pas encore dit quel degré a été vécu.",
        0 => $"{Who} ont vécu le degré annoncé, {Quoted(Promised!)}\u00a0: la promesse est tenue.",
        < 0 => $"Le degré annoncé était {Quoted(Promised!)}\u00a0; {WhoLower} ont vécu {Quoted(Lived!)}, {Steps} de moins. Il a été promis plus que ce qui a été fait.",
        _ => $"Le degré annoncé était {Quoted(Promised!)}\u00a0; {WhoLower} ont vécu {Quoted(Lived!)}, {Steps} de plus.",
    };

    /// <summary>The same in easy words, one idea a line.</summary>
    public IReadOnlyList<string> EasyLines => Rungs switch
    {
        null when Promised is null => ["Rien n’a été promis."],
        null => [$"On a promis\u00a0: {Easy(Promised!)}.", $"{Who} n’ont pas encore répondu."],
        0 => [$"On a promis\u00a0: {Easy(Promised!)}.", $"{Who} disent\u00a0: c’est vrai."],
        var rungs => [$"On a promis\u00a0: {Easy(Promised!)}.", $"{Who} disent\u00a0: {Easy(Lived!)}.", rungs < 0 ? "C’est moins que la promesse." : "C’est plus que la promesse."],
    };

    string Who => Side is Side.Persons ? "Les personnes concernées" : "Les professionnels";
    string WhoLower => "l" + Who[1..];
    string Steps => Math.Abs(Rungs!.Value) is 1 ? "un degré" : $"{Math.Abs(Rungs.Value)} degrés";
    static string Quoted(string code) => $"«\u00a0{Degree.Name(code)}\u00a0»";

    static string Easy(string code)
    {
        var label = Degree.At(Degree.Rank(code)).Easy;
        return char.ToLowerInvariant(label[0]) + label[1..];
    }
}
