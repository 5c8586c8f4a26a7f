using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>A page about one language of a questionnaire.</summary>
public abstract class LanguageScreen(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    [FromRoute(Name = "langue")] public string Tag { get; set; } = "";
    public LanguageState Language { get; private set; } = null!;
    public IReadOnlyList<TextToTranslate> Texts { get; private set; } = [];
    /// <summary>The parts that have texts, in order, with their names.</summary>
    public IReadOnlyList<(string Code, string Name)> Parts { get; private set; } = [];

    protected sealed override async Task<IActionResult?> Ready()
    {
        if (Content.Languages.FirstOrDefault(l => l.Tag == Tag) is not { } language) return NotFound();
        (Language, Texts) = (language, [.. Content.TextsIn(Tag), .. Content.AroundIn(Tag)]);
        Parts = [(Translations.Common, "Titre, échelles et mots de la fin"), .. Content.Sections.Select((s, i) => (s.Code, s.Title?.Text ?? $"Partie {i + 1}")).Where(p => Texts.Any(t => t.Part == p.Code)), (Translations.Around, "Phrases de Croisée autour des questions")];
        return await Here();
    }

    protected virtual Task<IActionResult?> Here() => Task.FromResult<IActionResult?>(null);

    public IEnumerable<TextToTranslate> Of(string part) => Texts.Where(t => t.Part == part);
    /// <summary>Of the questionnaire: what the house says around it does not hold it back.</summary>
    public int Missing => Texts.Count(t => t.Said is null && t.Part != Translations.Around);
    /// <summary>The house says its own sentences in this language.</summary>
    public HouseTongue? House => HouseTongues.Find(Tag);
}
