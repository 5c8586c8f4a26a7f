using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Library.Reading;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.EasyRead;

/// <summary>A concerned reader says whether the easy-read summary is easy to read, or what is not understood (FAL-R1). Saying it again replaces what one said.</summary>
[Audience(Audience.Person)]
public sealed class ReadEasyModel(AppDb db, Visitor visitor, TimeProvider clock, EasyReaders readers, LibraryCache cache) : SheetScreen(db)
{
    public const string Yes = "oui", No = "non";

    public sealed class ReadForm
    {
        public string? Understood { get; set; }
        public List<string> TookNoPart { get; set; } = [];
        [StringLength(EasyReading.RemarkMax, ErrorMessage = Experiences.Answers.Limits.TooLong)] public string? Remark { get; set; }
    }

    [BindProperty] public ReadForm Form { get; set; } = new();
    [FromForm(Name = "empreinte")] public string? Seen { get; set; }

    public string Hash { get; private set; } = "";
    public EasyReading? Mine { get; private set; }
    public IReadOnlyList<Choice> Answers { get; } = [new(Yes, "Je comprends tout"), new(No, "Je ne comprends pas tout")];
    public IReadOnlyList<Choice> NoPart { get; } = [new("oui", "Je n’ai pas écrit ce texte.")];

    protected override async Task<IActionResult?> Ready()
    {
        if (string.IsNullOrWhiteSpace(Told.Account.Essentials.EasySummary) || !await readers.MayRead(visitor.PersonId!.Value)) return NotFound();
        Hash = Told.EasyHash();
        Mine = await Db.EasyReadings.SingleOrDefaultAsync(r => r.SheetId == Sheet.Id && r.Hash == Hash && r.PersonId == visitor.PersonId);
        return null;
    }

    public void OnGet() => Form = new() { Understood = Mine is null ? null : Mine.Understood ? Yes : No, Remark = Mine?.Remark };

    public async Task<IActionResult> OnPost()
    {
        if (Seen != Hash) throw new RuleBroken("FAL-R1", "Le texte a changé depuis que vous avez ouvert cette page. Relisez-le.");
        if (Form.Understood is not (Yes or No)) throw new RuleBroken("FAL-R1", "Choisissez une réponse.", "Understood");
        var now = clock.UtcNow();
        if (Mine is null) Db.EasyReadings.Add(Mine = new EasyReading(Sheet.Id, visitor.PersonId!.Value, Hash, now));
        Mine.Say(Form.Understood == Yes, Form.TookNoPart is ["oui"], Form.Remark, now);
        Db.Record(now, visitor.Actor, Acts.EasyRead, Mine, null, Sheet.OrganisationId);
        if (!await Db.SaveBeside(Sheet.Id)) return Redirect($"/experiences/{Reference}");
        await cache.Forget();
        Flash("Merci. Votre lecture est enregistrée.");
        return Redirect($"/experiences/{Reference}/facile");
    }
}
