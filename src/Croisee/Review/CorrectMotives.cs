using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>
/// Whoever leads the group corrects words of its reasons that let somebody be recognised: they leave the page and its versions at once, without waiting for anybody's
/// agreement, since what is taken away is what should not have been read. Ballots stay as they were cast; the whole group and the authors are told, so that reasons are not turned in silence.
/// </summary>
public sealed class CorrectMotives(AppDb db, TimeProvider clock, ContactStore contacts, MailSettings mail, Spreading spreading, IEnumerable<IKeptPages> kept)
{
    /// <summary>Saves, then forgets kept pages. Returns false when nothing changed: the same form sent twice.</summary>
    public async Task<bool> Run(Experience experience, Group group, Selection selection, CorrectMotivesModel.MotivesForm form, Actor actor)
    {
        var now = clock.UtcNow();
        var words = selection.Correct(form.Motives, [.. form.Minority.Select(m => m.Text)]);
        // The reason that the group wrote after its vote is where these motives come from, and stays on the pages of the question.
        if (await db.Deliberations.Whole().SingleOrDefaultAsync(d => d.Id == selection.DeliberationId) is { } question && question.CorrectReason(selection.Motives))
            db.Record(now, actor, Deliberation.Acts.ReasonCorrected, question, form.Reason?.Trim(), experience.Call.OrganisationId);
        else if (words.Count == 0) return false;
        foreach (var passage in await db.Passages.Where(p => p.ExperienceId == experience.Id && p.Why != null).ToListAsync())
            if (words.FirstOrDefault(w => w.Was.Length > 0 && Passage.Shortened(w.Was) == passage.Why) is { Now: { } said }) passage.Reword(Passage.Shortened(said));
        // Authors who agree to the page at this very instant read it again.
        experience.Touch(now);
        db.Record(now, actor, Acts.MotivesCorrected, experience, form.Reason?.Trim(), experience.Call.OrganisationId);
        db.Announce(new MotivesCorrected(experience.Id, words));
        var (today, away) = (clock.ParisToday(), await spreading.KeptAway(group, experience.Id));
        foreach (var seat in group.Seats.Where(s => s.SitsOn(today) && !away.Contains(s.Id)))
            await spreading.Tell(group, seat.Id, $"Les mots des motifs du groupe sont corrigés : {experience.Title}", $"/groupes/{group.Reference}/experiences/{experience.Reference}", now);
        if (experience.IsDecided && await contacts.AddressOf(experience.Id) is { } address) db.Send(address, Letter(), now);
        await db.SaveChangesAsync();
        foreach (var pages in kept) await pages.Forget();
        return true;
    }

    Letter Letter() => new Letter("Les motifs du groupe sont corrigés").Say("Bonjour,")
        .Say("Le groupe de lecture a corrigé des mots de ses motifs, pour que personne ne puisse y être reconnu. Sa décision ne change pas. Si votre page est publiée, elle dit déjà les nouveaux mots.")
        .Link("Les lire avec votre code", $"{mail.Origin}/suivre");
}
