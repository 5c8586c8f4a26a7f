using Croisee.Data;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Participedia;

/// <summary>One imported case, whole: its texts, and each field that was kept beside ours with the reason of the crosswalk.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class CasePageModel(AppDb db, Labels labels) : Screen
{
    const int NumberMax = 12;
    const string French = "fr";
    static readonly string[] Told = ["description", "body"];

    /// <param name="Ours">The name of our field; null where we have none.</param>
    public sealed record Line(string Words, string Name, IReadOnlyList<(string Said, string? Address)> Values, IReadOnlyList<string> Near, string? Ours, string Relation, string Reason);

    [FromRoute(Name = "number")] public string Number { get; set; } = "";
    public ImportedCase Case { get; private set; } = null!;
    public CaseText Title { get; private set; } = null!;
    /// <summary>The language of the file: theirs is in English, whatever the case was first written in.</summary>
    public string Written { get; private set; } = "";
    /// <summary>In French when there is one, else as it was first written.</summary>
    public IReadOnlyList<(Crosswalks.CaseField Field, CaseText Text)> Texts { get; private set; } = [];
    public IReadOnlyList<(Crosswalks.CaseField Field, CaseText Text)> Others { get; private set; } = [];
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        if (Number?.Length is null or 0 or > NumberMax || await db.ImportedCases.AsNoTracking().SingleOrDefaultAsync(c => c.Number == Number) is not { } found) return NotFound();
        (Case, var content) = (found, found.Read());
        CaseText? Say(string field) => content.Texts.GetValueOrDefault(field)?.ContainsKey(French) is true ? content.Say(field, French) : content.Say(field, found.Language);
        Title = Say("title") ?? new(found.Title, found.Language);
        Written = content.Say("title", found.Language)?.Language ?? found.Language;
        Texts = [.. from field in Told let text = Say(field) where text is not null select (Crosswalks.ByField[field], text)];
        Others = [.. from field in Told.Prepend("title") where content.Texts.ContainsKey(field) from said in content.Texts[field] where said.Key != Say(field)!.Language select (Crosswalks.ByField[field], new CaseText(said.Value, said.Key))];
        Lines = [.. Crosswalks.Participedia.Where(f => content.Values.ContainsKey(f.Name)).Select(f => LineOf(f, content.Values[f.Name]))];
        return null;
    }

    public void OnGet() { }

    Line LineOf(Crosswalks.CaseField field, IReadOnlyList<string> said) =>
        new(field.Words, field.Name, [.. said.Select(v => (CaseWords.Of(v), CaseWords.AddressOf(v)))], [.. labels.Of(said.SelectMany(v => CaseWords.OursOf(field, v)).Distinct())],
            field.Ours is { } ours ? ExperienceFields.ByCode[ours].Label : null, field.Relation, field.Reason);
}
