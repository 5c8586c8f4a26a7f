using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>One language: its parts with what is missing, and its state, which somebody says (domain 9.5). Taken away, its texts go with it.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class OneLanguageModel(AppDb db, Visitor visitor, TimeProvider clock) : LanguageScreen(db, visitor, clock)
{
    public sealed class StateForm
    {
        public TranslationState? State { get; set; }
    }

    [BindProperty] public StateForm Form { get; set; } = new();
    /// <summary>« retirer » takes the language away; nothing sets its state.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }

    public static IEnumerable<Choice> States =>
    [
        new(nameof(TranslationState.Draft), TranslationState.Draft.French(), "On y travaille. Personne d’autre ne le voit."),
        new(nameof(TranslationState.ReadByNative), TranslationState.ReadByNative.French(), "Une personne dont c’est la langue a tout relu."),
        new(nameof(TranslationState.Validated), TranslationState.Validated.French(), "La prochaine version publiée sera proposée dans cette langue. Aucun texte ne doit manquer."),
    ];

    public void OnGet() => Form.State = Language.State;

    public async Task<IActionResult> OnPost()
    {
        if (Doing == "retirer") return await Written(Content.WithoutLanguage(Tag), $"Une langue de moins : {Language.French()}", "langues");
        if (Form.State is not { } state || !Enum.IsDefined(state)) { ModelState.AddModelError("Form.State", "Choisissez un état de la liste."); return Page(); }
        if (state is TranslationState.Validated && Missing > 0) { ModelState.AddModelError("Form.State", Missing == 1 ? "Un texte n’est pas encore traduit : écrivez-le avant de valider." : $"{Missing} textes ne sont pas encore traduits : écrivez-les avant de valider."); return Page(); }
        return await Written(Content with { Languages = [.. Content.Languages.Select(l => l.Tag == Tag ? l with { State = state } : l)] }, $"{Language.French()} : {state.French()}", "langues");
    }
}
