using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary>Names of the degrees from the lowest up; Lived, Promised and Fixed are ranks from 1, null where unknown. What readers fixed says how far it goes; else what was lived.</summary>
public sealed record Ladder(IReadOnlyList<string> Rungs, int? Lived, int? Promised = null, int? Fixed = null)
{
    public int? Reached => Fixed ?? Lived;
}

public sealed record LadderWords(string Lived = "vécu", string Promised = "promis", string Rank = "degré {0} sur {1}", string Unknown = "Degré non renseigné.", string Fixed = "fixé par le groupe");

/// <summary>
/// Jusqu’où va la participation: the ladder of degrees with the promised and the lived one, and the same in one sentence.
/// <c>&lt;ladder model="Model.Degree" /&gt;</c>
/// </summary>
[HtmlTargetElement("ladder")]
public sealed class LadderTagHelper : TagHelper
{
    public Ladder? Model { get; set; }

    /// <summary>Replaces the sentence made from the ranks.</summary>
    public string? Sentence { get; set; }
    public LadderWords Words { get; set; } = new();

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Model is not { Rungs.Count: > 0 } model) { output.SuppressOutput(); return; }
        output.Become("figure", "ladder",
            Markup.List("ol", "rungs", model.Rungs.Select((name, i) => Rung(model, name, i + 1))),
            Markup.El("figcaption", null, Sentence ?? InWords(model)));
    }

    private object Rung(Ladder model, string name, int rank)
    {
        var (reached, promised) = (rank == model.Reached, rank == model.Promised);
        var css = (reached ? "lived" : rank < model.Reached ? "under" : "") + (promised ? " promised" : "");
        string[] notes = [.. new[] { (promised, Words.Promised), (rank == model.Lived, Words.Lived), (rank == model.Fixed, Words.Fixed) }.Where(n => n.Item1).Select(n => n.Item2)];
        var note = notes.Length == 0 ? null : string.Join(", ", notes);
        return Markup.El("li", css.Trim(), name, note is null ? null : " ", note is null ? null : Markup.El("small", null, note));
    }

    /// <summary>«Codécision, degré 4 sur 5. Promis : concertation. Vécu : codécision.»</summary>
    private string InWords(Ladder model)
    {
        if (Name(model, model.Lived ?? model.Promised) is not { } name) return Words.Unknown;
        var rank = string.Format(System.Globalization.CultureInfo.InvariantCulture, Words.Rank, model.Lived ?? model.Promised, model.Rungs.Count);
        var sentence = $"{name}, {rank}.";
        if (Name(model, model.Promised) is { } promised) sentence += $" {First(Words.Promised, upper: true)}\u00A0: {First(promised, upper: false)}.";
        if (Name(model, model.Lived) is { } lived && model.Promised is not null) sentence += $" {First(Words.Lived, upper: true)}\u00A0: {First(lived, upper: false)}.";
        return sentence;
    }

    private static string? Name(Ladder model, int? rank) =>
        rank is { } r && r >= 1 && r <= model.Rungs.Count ? model.Rungs[r - 1] : null;

    private static string First(string text, bool upper) =>
        text.Length == 0 ? text : (upper ? char.ToUpperInvariant(text[0]) : char.ToLowerInvariant(text[0])) + text[1..];
}
