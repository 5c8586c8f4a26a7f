using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Framework.Wording;

/// <summary>The undo: the default words again, with a reason. What was changed stays told by the journal.</summary>
[Audience(Audience.Office, Role.Administrator)]
public sealed class WordingDefaultModel(AppDb db, Visitor visitor, TimeProvider clock, ChangeWords wording) : Screen
{
    public sealed class DefaultForm
    {
        [Required(ErrorMessage = "Dites pourquoi : cette raison est gardée avec la version."), StringLength(JournalEntry.ReasonMax, ErrorMessage = "Écrivez 1 000 signes au plus.")]
        public string Reason { get; set; } = "";
    }

    [FromRoute] public string Code { get; set; } = "";
    [BindProperty] public DefaultForm Form { get; set; } = new();
    public Term Term { get; private set; } = null!;
    public FrameworkLabel Own { get; private set; } = null!;

    public override async Task<IActionResult?> Prepare()
    {
        if (WordingDesk.Root(visitor) is null || Vocabularies.Find(Code) is not { } term || await wording.Read(term) is not { Changes: true } own) return NotFound();
        (Term, Own) = (term, own);
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var label = await wording.Find(Term, Own.Version);
        label.GoBackToDefault();
        await wording.Keep(label, Form.Reason.Trim(), clock.UtcNow());
        db.Record(clock.UtcNow(), visitor.Actor, Acts.LabelRestored, label, Form.Reason.Trim(), WordingDesk.Root(visitor)!.OrganisationId);
        await wording.Save();
        Flash("Les mots par défaut sont de nouveau affichés.");
        return Redirect("/bureau/cadre/" + Term.Code);
    }
}
