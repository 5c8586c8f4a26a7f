using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Publication;

/// <summary>
/// Authors who do not answer the page proposed to them: one letter after thirty days, whatever the number of pages that wait at the same address. Silence
/// publishes nothing (EXP-R10): once the work that the notice named has ended, what still waits is archived (domain 1.6). What is shown already, and corrected, is left alone.
/// </summary>
public sealed class AwaitedAnswers(AppDb db, ContactStore contacts, MailSettings mail, TimeProvider clock)
{
    public const string Job = "rappeler les pages qui attendent, archiver à la fin des travaux";
    public const int RemindDays = 30, ArchiveDays = 60;
    const int Round = 200;

    public async Task Run(CancellationToken cancel)
    {
        await Remind(cancel);
        await Archive(cancel);
    }

    async Task Remind(CancellationToken cancel)
    {
        var (now, limit, entries, held) = (clock.UtcNow(), clock.UtcNow().AddDays(-RemindDays), db.JournalEntries, contacts.Held);
        var due = await db.Experiences.AsNoTracking().Include(e => e.Call).Where(e => e.State == ExperienceState.ApprovalAsked && e.ShownSince == null && e.PublicationAgreedAt == null && held.Contains(e.Id)
                // The journal knows for a year who was reminded: beyond, nobody is asked anew.
                && e.Passages.Any(p => p.To == ExperienceState.ApprovalAsked && p.At > now.AddMonths(-11)) && !e.Passages.Any(p => p.To == ExperienceState.ApprovalAsked && p.At > limit)
                && !entries.Any(j => j.SubjectId == e.Id && j.Act == Acts.AuthorsReminded && j.At > e.Passages.Where(p => p.To == ExperienceState.ApprovalAsked).Max(p => p.At)))
            .OrderBy(e => e.TouchedAt).Take(Round).ToListAsync(cancel);
        var addressed = new List<(string Address, Experience Page)>();
        foreach (var page in due) if (await contacts.AddressOf(page.Id) is { } address) addressed.Add((address, page));
        foreach (var (address, pages) in addressed.GroupBy(a => a.Address, a => a.Page, StringComparer.OrdinalIgnoreCase).Select(g => (g.Key, g.ToList())))
        {
            db.Send(address, Reminder(pages), now);
            foreach (var page in pages) db.Record(now, Actor.System, Acts.AuthorsReminded, page, null, page.Call.OrganisationId);
            await db.SaveChangesAsync(cancel);
        }
    }

    async Task Archive(CancellationToken cancel)
    {
        var (now, limit) = (clock.UtcNow(), clock.UtcNow().AddDays(-ArchiveDays));
        var ended = (await db.Calls.AsNoTracking().Public().ToListAsync(cancel)).Where(c => c.HasEnded(now) && c.Notice.KeptUntilDay < now.ParisDay()).Select(c => c.Id).ToList();
        foreach (var silent in await db.Experiences.Include(e => e.Call).Where(e => ended.Contains(e.CallId) && (e.State == ExperienceState.ApprovalAsked || e.State == ExperienceState.NotSelected)
                && e.ShownSince == null && e.PublicationAgreedAt == null && !e.Passages.Any(p => p.At > limit)).OrderBy(e => e.TouchedAt).Take(Round).ToListAsync(cancel))
        {
            db.Passages.Add(silent.Pass(ExperienceState.Archived, Passage.Clock, null, "Les travaux de l’appel sont finis.", now));
            db.Record(now, Actor.System, Acts.ArchivedAtEnd, silent, null, silent.Call.OrganisationId);
            if (await contacts.AddressOf(silent.Id) is { } address) db.Send(address, Ended(), now);
            await db.SaveChangesAsync(cancel);
        }
    }

    Letter Reminder(IReadOnlyList<Experience> pages)
    {
        var letter = new Letter(pages.Count == 1 ? "Une page attend votre réponse" : $"{pages.Count} pages attendent votre réponse").Say("Bonjour,");
        if (pages.Count == 1) letter.Say("La page qui raconte votre expérience est prête depuis un mois.");
        else letter.Say("Ces pages, qui racontent vos expériences, sont prêtes depuis un mois :").Items(pages.Select(p => p.Title));
        return letter.Say("Vous pouvez la relire, la corriger, l’accepter, ou choisir de ne pas la publier. Nous ne le rappelons qu’une fois.").Link("Relire, avec votre code", $"{mail.Origin}/suivre")
            .Say("Sans réponse de votre part, rien n’est publié.").Say(CodeLetter.NoCode);
    }

    Letter Ended() => new Letter("Votre expérience n’est pas publiée").Say("Bonjour,").Say("Les travaux de l’appel sont finis. Votre expérience est gardée, et elle n’est pas publiée.")
        .Say("Vous voulez qu’elle le soit, ou la retirer ? Ouvrez-la avec votre code.").Link("Ouvrir mon expérience", $"{mail.Origin}/suivre");
}
