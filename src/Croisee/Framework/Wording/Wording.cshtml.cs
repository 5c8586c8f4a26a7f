using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Framework.Wording;

/// <summary>One term: what it says by default, what it says here. Its code is shown and cannot be sent.</summary>
[Audience(Audience.Office, Role.Administrator)]
public sealed class WordingModel(AppDb db, Visitor visitor, TimeProvider clock, ChangeWords wording) : Screen
{
    public sealed class WordingForm
    {
        [StringLength(FrameworkLabel.LabelMax, ErrorMessage = "Écrivez 200 signes au plus.")]
        public string? Label { get; set; }

        [StringLength(FrameworkLabel.EasyMax, ErrorMessage = "Écrivez 80 signes au plus.")]
        public string? EasyLabel { get; set; }

        [StringLength(FrameworkLabel.DefinitionMax, ErrorMessage = "Écrivez 1 000 signes au plus.")]
        public string? Definition { get; set; }

        [Required(ErrorMessage = "Dites si ce mot est proposé."), RegularExpression("oui|non", ErrorMessage = "Dites si ce mot est proposé.")]
        public string? Offered { get; set; }

        [Required(ErrorMessage = "Dites pourquoi : cette raison est gardée avec la version."), StringLength(JournalEntry.ReasonMax, ErrorMessage = "Écrivez 1 000 signes au plus.")]
        public string Reason { get; set; } = "";

        /// <summary>Version of the row that was read; none when there was no row.</summary>
        public int? Version { get; set; }
    }

    [FromRoute] public string Code { get; set; } = "";
    [BindProperty] public WordingForm Form { get; set; } = new();
    public Term Term { get; private set; } = null!;
    public FrameworkLabel? Own { get; private set; }
    public IReadOnlyList<WordingChange> History { get; private set; } = [];
    /// <summary>What could be simpler in the easy word shown today.</summary>
    public EasyReport? EasyWords => (Own?.EasyLabel ?? Term.Easy) is { } words ? EasyReport.Of(words) : null;
    public IEnumerable<Choice> Offers { get; } = [new("oui", "Oui"), new("non", "Non", "Il reste lisible partout où il a été choisi.")];

    public override async Task<IActionResult?> Prepare()
    {
        if (WordingDesk.Root(visitor) is null || Vocabularies.Find(Code) is not { } term) return NotFound();
        Term = term;
        Own = await wording.Read(term);
        History = await wording.History(Own);
        return null;
    }

    public void OnGet() => Form = new() { Label = Own?.Label, EasyLabel = Own?.EasyLabel, Definition = Own?.Definition, Offered = Own is { Active: false } ? "non" : "oui", Version = Own?.Version };

    public async Task<IActionResult> OnPost()
    {
        var label = await wording.Find(Term, Form.Version);
        label.Reword(Form.Label, Form.EasyLabel);
        label.Define(Form.Definition);
        wording.Offer(label, Term, Form.Offered == "oui");
        await wording.Keep(label, Form.Reason.Trim(), clock.UtcNow());
        db.Record(clock.UtcNow(), visitor.Actor, Acts.LabelChanged, label, Form.Reason.Trim(), WordingDesk.Root(visitor)!.OrganisationId);
        await wording.Save();
        Flash("Les mots sont changés. Ils se voient tout de suite.");
        return Redirect("/bureau/cadre/" + Term.Code);
    }

    /// <summary>The other change is shown above the form; saving again from here is then allowed.</summary>
    public override async Task<IActionResult?> OnConflict()
    {
        await base.OnConflict();
        db.ChangeTracker.Clear();
        Own = await wording.Read(Term);
        History = await wording.History(Own);
        Form.Version = Own?.Version;
        return null;
    }
}
