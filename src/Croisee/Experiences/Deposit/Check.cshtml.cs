using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Jobs;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>Everything once more on one page, what is missing, what looks alike, then sending. Sending twice gives the same receipt (F20).</summary>
[Audience(Audience.Author)]
public sealed class CheckModel(AppDb db, AuthorCookie cookie, TimeProvider clock, ContactStore contacts, MailSettings mail, JobBell bell, Framework.Labels labels) : AuthorScreen(db, cookie, clock)
{
    [FromForm(Name = "empreinte")] public string? Seen { get; set; }

    public Account Account { get; private set; } = new();
    public AccountView View { get; private set; } = null!;
    public IReadOnlyList<(DepositStepInfo Step, MissingAnswer Missing)> Missing { get; private set; } = [];
    public IReadOnlyList<NearExperience> Near { get; private set; } = [];
    public Voices Voices { get; private set; } = new(false, false);
    public bool HasContact { get; private set; }
    public int Traces { get; private set; }
    public IReadOnlyList<DepositStepInfo> TracedSteps { get; private set; } = [];
    public string Fingerprint { get; private set; } = "";

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps).Include(e => e.Call.Questions);

    protected override async Task<IActionResult?> Ready()
    {
        if (!Experience.IsOpenToAuthors || Experience.State is ExperienceState.ApprovalAsked) return Redirect(HttpMethods.IsPost(Request.Method) ? ReceiptPath : $"/suivre/fiche/{Reference}");
        Account = Experience.Steps.ToAccount();
        View = new AccountView(Account, labels, Experience.Call.Questions, EditAt: $"/deposer/fiche/{Reference}");
        Fingerprint = Experience.Steps.Fingerprint();
        Voices = Voices.Of(Experience.Authors, Fingerprint);
        Missing = [.. DepositSteps.All.Zip(Account.Steps).SelectMany(s => s.Second.Missing().Select(m => (s.First, m)))];
        var traced = DepositSteps.All.Zip(Account.Steps).Select(s => (s.First, Count: TextTraces.In(s.Second).Sum(t => t.Found.Count))).Where(s => s.Count > 0).ToList();
        (Traces, TracedSteps) = (traced.Sum(t => t.Count), [.. traced.Select(t => t.First)]);
        HasContact = await contacts.Exists(Experience.Id);
        var held = Cookie.Read(Request);
        // A code that was made anew opens nothing any more, not even a title.
        var open = (await Db.Authors.AsNoTracking().Where(a => held.Contains(a.Id) && a.EndedAt == null).ToListAsync()).Where(a => Cookie.Opens(Request, a)).Select(a => a.Id).ToList();
        Near = await NearExperience.Find(Db, Experience, Account.Essentials, open);
        return null;
    }

    string ReceiptPath => $"/deposer/fiche/{Reference}/recu";

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Seen != Fingerprint)
        {
            ModelState.AddModelError("", "Le texte a changé depuis que vous avez ouvert cette page. Relisez-le, puis envoyez.");
            return Page();
        }
        if (Missing.Count > 1)
        {
            ModelState.AddModelError("", $"Il manque {Missing.Count} réponses. Elles sont listées plus bas, étape par étape : chaque ligne mène à sa question.");
            return Page();
        }
        Experience.Submit(Account, Me.Id, Now);
        Db.Passages.Add(Experience.Passages[^1]);
        Record(Acts.Submitted);
        Db.Announce(new ExperienceArrived(Experience.Id));
        if (await contacts.AddressOf(Experience.Id) is { } address) Db.Send(address, Receipt(), Now);
        await Db.SaveChangesAsync();
        bell.Ring(Mail.Room.SendJob);
        return Redirect(ReceiptPath);
    }

    /// <summary>Two clicks at once: the first won, both get the receipt. A co-author who saved at that instant: nothing is sent, and it is said.</summary>
    public override async Task<IActionResult?> OnConflict()
    {
        if (await Db.Experiences.AsNoTracking().AnyAsync(e => e.Id == Experience.Id && e.State == ExperienceState.Submitted)) return Redirect(ReceiptPath);
        ModelState.AddModelError("", "Quelqu’un a enregistré autre chose à l’instant : rien n’est encore envoyé. Rechargez cette page, relisez, puis envoyez.");
        return null;
    }

    Letter Receipt() => new Letter("Votre expérience est bien arrivée").Say("Bonjour,").Say($"Votre expérience est arrivée. Son numéro est {Experience.Reference}.")
        .Say("L’équipe de l’appel vérifie d’abord qu’elle correspond. Puis une personne concernée et un professionnel la lisent, chacun de son côté. Rien n’est publié sans votre accord.")
        .Link("Suivre ce qu’elle devient, avec votre code", mail.Origin + "/suivre");
}
