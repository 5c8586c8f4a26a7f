using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>
/// Asks the holders of published experiences for news, 6, 12 and 24 months after: only those who may be written to, once for each milestone. The row that
/// says so, the journal and the letter are one save, so a letter is never sent twice nor lost between two.
/// </summary>
public sealed class AskForNews(AppDb db, ContactStore contacts, MailSettings mail, TimeProvider clock)
{
    public const string Job = "demander des nouvelles des expériences";
    /// <summary>Whoever gave news since is not asked the same so soon.</summary>
    public const int QuietDays = 60;

    public async Task Run(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var longer = (DateTime?)null;
        // The last milestone first: a sheet that nobody asked about for two years is asked once, not three times.
        foreach (var months in NewsAsk.Milestones.Reverse())
        {
            var (before, after) = (now.AddMonths(-months), longer);
            foreach (var id in await Due(months, before, after, now, cancel)) await Ask(id, months, now, cancel);
            longer = before;
        }
    }

    Task<List<Guid>> Due(int months, DateTime before, DateTime? after, DateTime now, CancellationToken cancel)
    {
        var (asks, news, held, quiet) = (db.NewsAsks, db.News, contacts.Held, now.AddDays(-QuietDays));
        return db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null && s.PublishedAt <= before && (after == null || s.PublishedAt > after)
                && held.Contains(s.Id) && !asks.Any(a => a.SheetId == s.Id && a.Months == months) && !news.Any(n => n.SheetId == s.Id && n.At > quiet)
                // The last news decide: what started again is asked like the others.
                && news.Where(n => n.SheetId == s.Id).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Select(n => n.Said).FirstOrDefault() != News.Stopped)
            .OrderBy(s => s.PublishedAt).Select(s => s.Id).ToListAsync(cancel);
    }

    async Task Ask(Guid id, int months, DateTime now, CancellationToken cancel)
    {
        var sheet = await db.Sheets.AsNoTracking().SingleAsync(s => s.Id == id, cancel);
        var experience = await db.Experiences.AsNoTracking().Include(e => e.Call).SingleAsync(e => e.Id == sheet.Id, cancel);
        if (await contacts.AddressForNews(experience, now) is not { } address) return;
        var code = SpokenCode.New();
        var ask = new NewsAsk(sheet.Id, months, code, now);
        db.NewsAsks.Add(ask);
        db.Record(now, Actor.System, Acts.NewsAsked, ask, $"{months} mois", sheet.OrganisationId);
        db.Send(address, Letter(sheet, code), now);
        try { await db.SaveChangesAsync(cancel); }
        // Another instance asked at the same moment: its letter is the one that leaves.
        catch (DbUpdateException e) when (e.IsTwin()) { }
        db.ChangeTracker.Clear();
    }

    Letter Letter(Sheet sheet, string code) => new Letter("Que devient votre expérience ?").Say("Bonjour,")
        .Say($"Vous avez raconté « {sheet.Title} » dans le répertoire. D’autres équipes la lisent. {Questions(sheet)}")
        .Say("Répondre prend une minute. Une expérience qui s’arrête apprend autant qu’une autre.")
        .Link("Donner des nouvelles", $"{mail.Origin}/nouvelles/{code}")
        .Say($"Ce lien ne sert qu’à cela, pendant {NewsAsk.CodeMonths} mois. Nous n’écrivons que trois fois : à 6, 12 et 24 mois. Pour ne plus recevoir ces messages, effacez vos coordonnées avec votre code privé.")
        .Link("Effacer mes coordonnées", $"{mail.Origin}/suivre").Say(CodeLetter.NoCode);

    static string Questions(Sheet sheet) => sheet.Read().Account.Setting.IsOver()
        ? "Votre récit la disait terminée ou interrompue. A-t-elle été copiée ailleurs depuis ? A-t-elle recommencé ? Si rien n’a changé, choisissez « Arrêtée » : nous ne vous le demanderons plus."
        : "Est-elle toujours vivante ? A-t-elle changé ? A-t-elle été copiée ailleurs ? S’est-elle arrêtée ?";
}
