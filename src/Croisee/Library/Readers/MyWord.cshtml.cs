using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Readers;

/// <summary>A reader sees where their word stands, and takes it back, with its code; by a form, never by an address (S15).</summary>
[Audience(Audience.Public), EnableRateLimiting(Limits.Codes)]
public sealed class MyWordModel(AppDb db, TakeBackWord back) : Screen
{
    public sealed class CodeForm
    {
        [Required(ErrorMessage = "Écrivez votre code."), StringLength(200, ErrorMessage = "Ce code est trop long.")] public string? Code { get; set; }
    }

    [BindProperty] public CodeForm Form { get; set; } = new();
    /// <summary>Which button: empty shows, « reprendre » asks whether to, « oui » does.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }
    public ReaderWord? Word { get; private set; }
    public Sheet? Sheet { get; private set; }
    /// <summary>Asked once more before it goes.</summary>
    public bool Sure { get; private set; }
    public bool TakenBack { get; private set; }

    public string Where => Word switch
    {
        { IsHiddenMeanwhile: true } => "Votre message est caché. La modération va le relire.",
        { State: ModerationState.Waiting } => "Quelqu’un lit votre message avant qu’il soit publié.",
        { State: ModerationState.Shown, RereadAskedAt: not null } => "Votre message est publié sur la fiche. La modération va le relire.",
        { State: ModerationState.Shown } => "Votre message est publié sur la fiche.",
        _ => "Votre message n’est pas publié. Ses mots sont effacés.",
    };

    public void OnGet(string? fait) => TakenBack = fait == "repris";

    public async Task<IActionResult> OnPost()
    {
        if (SpokenCode.Read(Form.Code) is null) return Refused("Ce code a une faute de frappe ou il est incomplet. Il a 7 groupes de 4 lettres.");
        var hash = ReaderWord.HashOf(Form.Code);
        if (await db.ReaderWords.AsNoTracking().SingleOrDefaultAsync(w => w.CodeHash == hash) is not { } word) return Refused("Ce code n’ouvre rien. Ce message a peut-être été repris, ou sa fiche retirée.");
        (Word, Sheet, Sure) = (word, await db.Sheets.AsNoTracking().SingleAsync(s => s.Id == word.SheetId), Doing == "reprendre");
        if (Doing != "oui") return Page();
        await back.Run(word, Sheet.OrganisationId);
        return Redirect("/mon-message?fait=repris");
    }

    IActionResult Refused(string sentence)
    {
        ModelState.AddModelError("Form.Code", sentence);
        return Page();
    }
}
