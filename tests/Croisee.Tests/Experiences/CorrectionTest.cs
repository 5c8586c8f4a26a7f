using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.Files;
using Croisee.Journal;
using Croisee.Library;
using Croisee.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>While its authors correct a public page it is written out as everyone reads it; and they may drop what they corrected.</summary>
public sealed class CorrectionTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Dropping_a_correction_makes_texts_files_and_links_what_the_page_shows()
    {
        var call = await place.Given.AnOpenCall();
        var given = await place.Given.AnExperienceToApprove(call, "Le dîner d’avant", a => (a.Participants.PersonsExact, a.Participants.BeneficiariesExact) = (12, 40));
        using var author = await place.Given.AnAuthorOf(given);
        var (files, path) = ($"/deposer/fiche/{given.Reference}/pieces", $"/suivre/fiche/{given.Reference}");
        Task<Page> Join(Page page, string name) => page.Form("Joindre ce fichier").Attach("Fichier", name, Pictures.Png(), "image/png").Fill("Ce qu’il montre", name).Fill("Qui l’a fait", "L’équipe").Send();
        await Join(await author.Open(files), "plan.png");
        await place.Given.ItWasPublished(given);
        var before = await place.Db(db => db.DepositSteps.AsNoTracking().Where(s => s.ExperienceId == given.Id).OrderBy(s => s.Code).Select(s => s.Answers).ToListAsync());
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("rien à abandonner", (await author.Open(path + "/correction/abandon")).TextContent);
        await (await author.Open(path + "/correction")).Form("Ouvrir mes textes").Send();
        await (await author.Open($"/deposer/fiche/{given.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé", "Un résumé changé, puis regretté.").Send();
        await (await (await author.Open(files)).Follow("Retirer plan.png")).Form("Retirer le fichier").Send();
        await place.Db(async db =>
        {
            var experience = await db.Experiences.SingleAsync(e => e.Id == given.Id);
            var taken = await place.App.Services.GetRequiredService<FileStore>().Take(new MemoryStream("Une note."u8.ToArray()), "ajoutee.txt", 0, CancellationToken.None);
            db.StoredFiles.Add(taken.File!);
            db.Attachments.Add(new Attachment(given.Id, taken.File!.Id, place.Clock.UtcNow()));
            db.WebLinks.Add(new WebLink(given.Id, "https://exemple.fr/ajoute", "Un film", "Le nôtre", place.Clock.UtcNow()));
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", experience);
            return await db.SaveChangesAsync();
        });
        var sure = await (await author.Open(path)).Follow("Abandonner la correction");
        var done = await sure.Form("Abandonner la correction").Send();
        Assert.Contains("La correction est abandonnée", done.TextContent);
        // Sent twice, it is done once.
        Assert.Equal(path, (await sure.Form("Abandonner la correction").Send()).Path);

        Assert.Equal(before, await place.Db(db => db.DepositSteps.AsNoTracking().Where(s => s.ExperienceId == given.Id).OrderBy(s => s.Code).Select(s => s.Answers).ToListAsync()));
        var after = await place.Db(db => db.Experiences.AsNoTracking().SingleAsync(e => e.Id == given.Id));
        Assert.Equal((ExperienceState.Published, true, true), (after.State, after.ShownSince is not null, after.PublicationAgreedAt is not null));
        var kept = await place.Db(db => db.FilesOf(given.Id));
        Assert.Equal(["plan.png"], kept.Select(f => f.Name));
        Assert.Empty(kept.Links);
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        await place.Given.TheJobRan(Forget.Job);
        using var anyone = place.Browser();
        using var plan = await anyone.Send(new HttpRequestMessage(HttpMethod.Get, kept[0].Path));
        Assert.Equal(HttpStatusCode.OK, plan.StatusCode);
        Assert.Equal(1, await place.Db(async db => (await db.Sheets.SingleAsync(s => s.Id == given.Id)).Number));
    }

    [Fact]
    public async Task Writes_out_what_everyone_reads_while_its_authors_correct_it()
    {
        var call = await place.Given.AnOpenCall();
        var given = await place.Given.APublishedSheet(call, "Le dîner montré");
        using var author = await place.Given.AnAuthorOf(given);
        await (await author.Open($"/suivre/fiche/{given.Reference}/correction")).Form("Ouvrir mes textes").Send();
        await (await author.Open($"/deposer/fiche/{given.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé", "Un résumé que personne ne lit encore.").Send();
        var open = System.IO.Path.Combine(place.Storage.DataFolder, "montrees.csv");
        Assert.Equal(0, await ExportVerb.Run(place.App.Services, ["experiences", open, "--published", "--call", call.Slug], () => throw new InvalidOperationException(), TextWriter.Null));
        var written = await File.ReadAllTextAsync(open);
        Assert.Contains("Le dîner montré", written);
        Assert.DoesNotContain("que personne ne lit encore", written);
    }
}
