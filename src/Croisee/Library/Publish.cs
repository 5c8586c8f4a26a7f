using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>
/// Publishes what its authors agreed to: the sheet and its version, what searching reads, the change of state, the letter, the fact, in one save;
/// then kept pages are forgotten.
/// </summary>
public sealed class Publish(AppDb db, ComposeSheet compose, ContactStore contacts, LibraryCache cache, Labels labels, MailSettings mail, TimeProvider clock)
{
    /// <summary>Expects the experience tracked, with its steps, authors, call and organisation. Saves.</summary>
    /// <param name="by">Who publishes, in words the authors may read (<see cref="Passage.Authors"/>, <see cref="Passage.Team"/>).</param>
    /// <param name="why">What changed since the last version, in public words; nothing for the first.</param>
    /// <exception cref="RuleBroken"><c>EXP-R10</c> without the authors' dated agreement, <c>EXP-1.4</c> when an answer is missing.</exception>
    public async Task<Sheet> Run(Experience experience, Actor actor, string by, string? why = null)
    {
        if (experience.PublicationAgreedAt is null) throw new RuleBroken("EXP-R10", "Les auteurs n’ont pas encore donné leur accord sur la page exacte.");
        if (experience.Steps.ToAccount().Steps.SelectMany(s => s.Missing()).FirstOrDefault(m => !m.AskedLater) is { } missing) throw new RuleBroken("EXP-1.4", missing.Sentence);
        var now = clock.UtcNow();
        var sheet = await Show(experience, actor, by, why, now);
        if (await contacts.AddressOf(experience.Id) is { } address) db.Send(address, Letter(sheet), now);
        var renamed = IsRenamed(sheet);
        await db.SaveChangesAsync();
        if (renamed) await db.Write(d => d.ForgetUntold());
        await cache.Forget();
        return sheet;
    }

    /// <summary>Everything but the checks, the letter and the save: what is put in place with other things in one save.</summary>
    internal async Task<Sheet> Show(Experience experience, Actor actor, string by, string? why, DateTime now)
    {
        var content = await compose.Run(experience);
        var sheet = await db.Sheets.Include(s => s.Codes).SingleOrDefaultAsync(s => s.Id == experience.Id);
        if (sheet is null) db.Sheets.Add(sheet = new Sheet(experience, now));
        sheet.Show(content, why, now);
        sheet.KnownBy(experience.Steps.ToAccount().Structure.OrganisationFiness);
        await Find(sheet, content);
        db.Passages.Add(experience.Pass(ExperienceState.Published, by, actor.Id, why, now));
        experience.CarriedBy(content.Account.Structure.OrganisationName);
        db.Record(now, actor, Acts.Published, sheet, why, sheet.OrganisationId);
        db.Announce(new ExperiencePublished(sheet.Id, sheet.Reference, sheet.Number, sheet.Remarkable, by == Passage.Authors, now));
        return sheet;
    }

    /// <summary>Whether the name that it bore until now is another.</summary>
    bool IsRenamed(Sheet sheet) => db.Entry(sheet).Property(s => s.StructureKey) is { OriginalValue.Length: > 0 } key && key.OriginalValue != key.CurrentValue;

    /// <summary>What searching reads of it, in the same save.</summary>
    async Task Find(Sheet sheet, SheetContent content)
    {
        var (text, codes, day) = (SheetWords.Of(content, labels.Book), SheetFacets.CodesOf(content), sheet.PublishedAt.ParisDay());
        if (await db.SearchedSheets.SingleOrDefaultAsync(s => s.Id == sheet.Id) is { } searched) searched.Show(sheet.Title, text, codes, day);
        else db.SearchedSheets.Add(new SearchedSheet(sheet.Id, sheet.Title, text, codes, day));
    }

    Letter Letter(Sheet sheet) => new Letter(sheet.Number == 1 ? "Votre expérience est publiée" : "Votre fiche est mise à jour").Say("Bonjour,")
        .Say(sheet.Number == 1 ? "Votre expérience est publiée dans le répertoire. Merci de l’avoir racontée." : "La nouvelle version de votre fiche est publiée.")
        .Link("Voir la page", $"{mail.Origin}/experiences/{sheet.Reference}")
        .Say("Vous pouvez la corriger ou la retirer à tout moment, avec votre code.")
        .Link("Corriger ou retirer", $"{mail.Origin}/suivre");
}
