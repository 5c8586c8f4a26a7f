using System.Text.RegularExpressions;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>The texts of one part, French on one side, the other language on the other; saved part by part.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed partial class TranslatePartModel(AppDb db, Visitor visitor, TimeProvider clock) : LanguageScreen(db, visitor, clock)
{
    /// <summary>Fields of the form bear the key of their text after this.</summary>
    public const string Prefix = "dit.";

    [FromRoute(Name = "partie")] public string Part { get; set; } = "";
    public string Name => Parts.First(p => p.Code == Part).Name;
    public IReadOnlyList<TextToTranslate> Lines => [.. Of(Part)];

    protected override Task<IActionResult?> Here() => Task.FromResult<IActionResult?>(Parts.Any(p => p.Code == Part) ? null : NotFound());

    /// <summary>What was typed, else what is stored.</summary>
    public string? Shown(TextToTranslate text) => Sent(text.Key) ?? text.Said;

    /// <summary>« {0}{1} »: what a sentence leaves open, in order of their numbers.</summary>
    static string ValuesOf(string sentence) => string.Concat(OpenValue().Matches(sentence).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}", RegexOptions.NonBacktracking)] private static partial Regex OpenValue();

    string? Sent(string key) => Request.HasFormContentType && Request.Form.TryGetValue(Prefix + key, out var values) ? values.ToString() : null;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        foreach (var text in Lines)
            if (Sent(text.Key)?.Length > Translations.LongestText) ModelState.AddModelError(Prefix + text.Key, $"Ce texte est trop long : {Translations.LongestText} caractères au plus.");
        foreach (var text in Lines)
            if (Part == Translations.Around && Sent(text.Key) is { Length: > 0 } said && ValuesOf(said) != ValuesOf(text.French)) ModelState.AddModelError(Prefix + text.Key, "Gardez les signes {0}, {1} de la phrase : un nombre ou un nom vient à leur place.");
        if (!ModelState.IsValid) return Page();
        var keys = Lines.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var content = Content.Translate(Tag, key => keys.Contains(key) ? Sent(key) : null);
        var missing = content.TextsIn(Tag).Concat(content.AroundIn(Tag)).Count(t => t.Part == Part && t.Said is null);
        return await Written(content, $"{Language.French()} : « {Short(Name)} » est enregistrée{(missing == 0 ? "" : missing == 1 ? ", un texte manque" : $", {missing} textes manquent")}", "langues/" + Tag);
    }
}
