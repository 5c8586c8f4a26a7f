using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>
/// Authors who were asked for what is missing, and say nothing: one letter for each question after fifteen days of silence, whatever the number of experiences
/// that wait at the same address. Who answered by a message, or writes in the text, is not silent. Without an answer, the team takes it up (EXP-1.6).
/// </summary>
public sealed class RemindToComplete(AppDb db, ContactStore contacts, MailSettings mail, TimeProvider clock)
{
    public const string Job = "rappeler les précisions demandées";
    public const int Days = 15;
    const int Round = 200;

    public async Task Run(CancellationToken cancel)
    {
        var (now, limit, entries, said, held) = (clock.UtcNow(), clock.UtcNow().AddDays(-Days), db.JournalEntries, db.Messages, contacts.Held);
        var due = await db.Experiences.AsNoTracking().Include(e => e.Call).Where(e => e.State == ExperienceState.ToComplete && e.TouchedAt <= limit && held.Contains(e.Id)
                // The journal knows for a year who was reminded: beyond, nobody is asked anew.
                && e.TouchedAt > now.AddMonths(-11) && !said.Any(m => m.ExperienceId == e.Id && m.At > limit)
                && said.Where(m => m.ExperienceId == e.Id).OrderByDescending(m => m.At).ThenByDescending(m => m.Number).Select(m => (MessageFrom?)m.From).FirstOrDefault() != MessageFrom.Authors
                && !entries.Any(j => j.SubjectId == e.Id && j.Act == Acts.CompletionReminded && j.At > e.Passages.Where(p => p.To == ExperienceState.ToComplete).Max(p => p.At)))
            .OrderBy(e => e.TouchedAt).Take(Round).ToListAsync(cancel);
        var addressed = new List<(string Address, Experience Waiting)>();
        foreach (var waiting in due) if (await contacts.AddressOf(waiting.Id) is { } address) addressed.Add((address, waiting));
        foreach (var (address, waiting) in addressed.GroupBy(a => a.Address, a => a.Waiting, StringComparer.OrdinalIgnoreCase).Select(g => (g.Key, g.ToList())))
        {
            db.Send(address, Reminder(waiting), now);
            foreach (var one in waiting) db.Record(now, Actor.System, Acts.CompletionReminded, one, null, one.Call.OrganisationId);
            await db.SaveChangesAsync(cancel);
        }
    }

    Letter Reminder(IReadOnlyList<Experience> waiting)
    {
        var letter = new Letter("Une précision vous est demandée").Say("Bonjour,");
        if (waiting.Count == 1) letter.Say($"L’équipe de l’appel vous a demandé une précision pour « {waiting[0].Title} ». Elle attend votre réponse.");
        else letter.Say("L’équipe de l’appel vous a demandé des précisions pour ces expériences. Elle attend votre réponse :").Items(waiting.Select(w => w.Title));
        return letter.Say("Vous pouvez compléter le texte puis le renvoyer, ou répondre par un message. Nous ne le rappelons qu’une fois.").Link("Répondre avec votre code", $"{mail.Origin}/suivre").Say(CodeLetter.NoCode);
    }
}
