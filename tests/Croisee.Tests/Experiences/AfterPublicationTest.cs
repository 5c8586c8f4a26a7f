using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Calls;
using Croisee.Files;
using Croisee.Journal;
using Croisee.People;
using Croisee.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>A correction in progress leaves what is public where it is; a withdrawal takes it from everyone at once, then erases it.</summary>
public sealed class AfterPublicationTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenExperience Given, Browser Author)> InCorrection(Call call, string title = "Le dîner choisi ensemble")
    {
        var given = await place.Given.APublishedSheet(call, title);
        var author = await place.Given.AnAuthorOf(given);
        await (await author.Open($"/suivre/fiche/{given.Reference}/correction")).Form("Ouvrir mes textes").Send();
        return (given, author);
    }

    [Fact]
    public async Task Goes_on_counting_and_following_a_sheet_while_it_is_corrected()
    {
        var call = await place.Given.AnOpenCall();
        var (given, author) = await InCorrection(call);
        Assert.Equal(1, await place.Db(async db => (await db.Tallies([call.Id]))[call.Id].Published));
        using var office = await place.Given.APerson("Organise", Role.Organiser);
        var row = (await office.Open("/bureau/appels")).Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector($"a[href$='{call.Slug}']") is not null);
        Assert.Equal("1", Page.Text(row.QuerySelectorAll("td")[^1]));
        var follow = await author.Open($"/suivre/fiche/{given.Reference}");
        foreach (var link in new[] { "Donner des nouvelles", "Dire d’où elle vient, et avec quoi elle se fait", "Voir la page publiée" }) Assert.Equal(HttpStatusCode.OK, (await follow.Follow(link)).Status);
        author.Dispose();
    }

    [Fact]
    public async Task Keeps_the_page_of_a_structure_while_its_name_is_being_corrected()
    {
        var (given, author) = await InCorrection(await place.Given.AnOpenCall());
        var key = Slugs.Of("Résidence Les Tilleuls (fictive)");
        await (await author.Open($"/deposer/fiche/{given.Reference}/structure")).Form("Enregistrer et continuer").Fill("Nom de la structure", "Résidence Les Ormes (fictive)").Send();
        using var anyone = place.Browser();
        Assert.Contains("Le dîner choisi ensemble", (await anyone.Open("/repertoire/structures/" + key)).TextContent);
        await place.Given.ItWasPublished(given, "le nom");
        Assert.Contains("Le dîner choisi ensemble", (await anyone.Open("/repertoire/structures/" + Slugs.Of("Résidence Les Ormes (fictive)"))).TextContent);
        author.Dispose();
    }

    [Fact]
    public async Task Leads_from_what_is_left_to_tell_to_its_own_step()
    {
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall());
        using var author = await place.Given.AnAuthorOf(given);
        var asked = await (await author.Open($"/suivre/fiche/{given.Reference}")).Follow("Le budget");
        var step = await asked.Form("Ouvrir mes textes").Send();
        Assert.Equal($"/deposer/fiche/{given.Reference}/moyens", step.Path);
        // Opened once, the same link goes there at once; a forged step leads to the list.
        Assert.Equal($"/deposer/fiche/{given.Reference}/moyens", (await author.Open($"/suivre/fiche/{given.Reference}/correction?etape=moyens")).Path);
        Assert.Equal($"/deposer/fiche/{given.Reference}", (await author.Open($"/suivre/fiche/{given.Reference}/correction?etape=../../ailleurs")).Path);
    }

    [Fact]
    public async Task Keeps_a_file_for_the_public_page_until_its_authors_agree_to_the_next_one()
    {
        var call = await place.Given.AnOpenCall();
        var given = await place.Given.AnExperienceToApprove(call);
        using var author = await place.Given.AnAuthorOf(given);
        var joined = await (await author.Open($"/deposer/fiche/{given.Reference}/pieces")).Form("Joindre ce fichier").Attach("Fichier", "plan.png", Pictures.Png(), "image/png").Fill("Ce qu’il montre", "Le plan").Fill("Qui l’a fait", "L’équipe").Send();
        var address = joined.Link("plan.png").GetAttribute("href")!;
        await place.Given.ItWasPublished(given);
        await (await author.Open($"/suivre/fiche/{given.Reference}/correction")).Form("Ouvrir mes textes").Send();
        var removed = await (await (await author.Open($"/deposer/fiche/{given.Reference}/pieces")).Follow("Retirer plan.png")).Form("Retirer le fichier").Send();
        Assert.DoesNotContain("plan.png", Page.Text(removed.Document.QuerySelector("main")).Replace("Retirer plan.png", ""));
        await place.Given.TheJobRan(Forget.Job);

        using var anyone = place.Browser();
        Assert.Equal(HttpStatusCode.OK, await Status());
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        await place.Given.ItWasPublished(given, "sans le plan");
        Assert.Equal(HttpStatusCode.NotFound, await Status());
        await place.Given.TheJobRan(Forget.Job);
        var id = Guid.Parse(address.Split('/')[^1]);
        Assert.Equal((0, 0), await place.Db(async db => (await db.StoredFiles.CountAsync(f => f.Id == id), await db.Attachments.CountAsync(a => a.FileId == id))));

        async Task<HttpStatusCode> Status()
        {
            using var answer = await anyone.Send(new HttpRequestMessage(HttpMethod.Get, address));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Closes_a_withdrawn_text_to_the_team_at_once_and_erases_it_a_month_later()
    {
        var organisation = await place.Given.AnOrganisation();
        var given = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall(organisation), "Une expérience retirée", a => a.Essentials.Summary = "Un récit repris.");
        using var author = await place.Given.AnAuthorOf(given);
        using var team = await place.Given.APerson("Maud", Role.Moderator, organisation);
        await place.With(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var taken = await services.GetRequiredService<FileStore>().Take(new MemoryStream("Une note."u8.ToArray()), "note.txt", 0, CancellationToken.None);
            db.StoredFiles.Add(taken.File!);
            db.Attachments.Add(new Attachment(given.Id, taken.File!.Id, place.Clock.UtcNow()));
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", await db.Experiences.SingleAsync(e => e.Id == given.Id));
            return await db.SaveChangesAsync();
        });
        await (await author.Open($"/suivre/fiche/{given.Reference}/messages")).Form("Envoyer le message").Fill("Votre message", "Une question pour vous.").Send();
        var path = $"/bureau/experiences/{given.Reference}";
        Assert.Contains("Un récit repris.", (await team.Open(path)).TextContent);
        // The clockwork scans what waits as soon as it sees it.
        await place.Given.TheClockworkStopped();
        // A file that nobody can read says whether it waits or was refused, and leads back.
        var kept = await place.Db(db => db.Attachments.Where(a => a.ExperienceId == given.Id).Select(a => a.FileId).SingleAsync());
        foreach (var (state, reason, heading) in new[] { (FileState.Quarantine, (Croisee.Files.Refusal?)null, "Ce fichier n’est pas encore lisible"), (FileState.Refused, Croisee.Files.Refusal.CouldNotBeScanned, "Ce fichier ne peut pas être lu") })
        {
            await place.Db(db => db.Write(d => d.StoredFiles.Where(f => f.Id == kept).ExecuteUpdate(u => u.SetProperty(f => f.State, state).SetProperty(f => f.Reason, reason))));
            var unread = await team.Open("/fichiers/" + kept);
            Assert.Equal((heading, path), (unread.Heading, unread.Link("Revenir").GetAttribute("href")));
            Assert.StartsWith(heading, Page.Text(unread.Document.Title!), StringComparison.Ordinal);
            Assert.Equal(state is FileState.Quarantine, unread.Document.QuerySelector($"main a[href='/fichiers/{kept}']") is not null);
        }

        await (await author.Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();
        var closed = await team.Open(path);
        Assert.Equal("Une expérience retirée", closed.Heading);
        Assert.Contains("30 jours après le retrait", closed.TextContent);
        Assert.DoesNotContain("Un récit repris.", closed.TextContent);
        var file = await place.Db(db => db.Attachments.Where(a => a.ExperienceId == given.Id).Select(a => a.FileId).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await team.Open("/fichiers/" + file)).Status);

        place.Clock.Advance(TimeSpan.FromDays(Forget.WithdrawnDays) - TimeSpan.FromMinutes(1));
        await place.Given.TheJobRan(Forget.Job);
        Assert.NotEqual((0, 0, 0), await Left());
        place.Clock.Advance(TimeSpan.FromMinutes(2));
        await place.Given.TheJobRan(Forget.Job);
        await place.Given.TheJobRan(Forget.Job);
        Assert.Equal((0, 0, 0), await Left());
        Assert.Equal(1, await place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == given.Id && e.Act == Croisee.Experiences.Acts.WithdrawnErased)));
        Assert.Null(await place.Db(db => db.Experiences.Where(e => e.Id == given.Id).Select(e => e.StructureRegion).SingleAsync()));
        Assert.Equal("Une expérience retirée", (await (await place.Given.AnAuthorOf(given)).Open($"/suivre/fiche/{given.Reference}")).Heading);
        Assert.Equal(HttpStatusCode.OK, (await team.Open(path)).Status);

        Task<(int, int, int)> Left() => place.Db(async db => (await db.DepositSteps.CountAsync(s => s.ExperienceId == given.Id), await db.Attachments.CountAsync(a => a.ExperienceId == given.Id), await db.Messages.CountAsync(m => m.ExperienceId == given.Id)));
    }

    [Fact]
    public async Task Says_in_the_notice_and_on_the_page_of_personal_data_when_a_withdrawn_text_is_erased()
    {
        var call = await place.Given.AnOpenCall();
        using var anyone = place.Browser();
        Assert.Contains($"effacés {Forget.WithdrawnDays} jours après", (await anyone.Open($"/appels/{call.Slug}/donnees-personnelles")).TextContent);
        var kept = await anyone.Open("/donnees-personnelles");
        Assert.Contains("puis 30 jours fermée à tous", kept.TextContent);
        // What the page promises of readings and votes is what the clock does (Review/ForgetReadings).
        Assert.Equal((3, 30), (CallNotice.MonthsAfterWork, Forget.WithdrawnDays));
        var voices = Page.Text(kept.Document.QuerySelectorAll("table.data tr").Single(r => Page.Text(r).StartsWith("Lectures, avis et votes du groupe", StringComparison.Ordinal)));
        Assert.Contains("trois mois après la fin des travaux", voices, StringComparison.Ordinal);
        Assert.Contains("30 jours après un retrait", voices, StringComparison.Ordinal);
        Assert.Contains(NoticeText.Easy("X", call.Notice).SelectMany(p => p.Paragraphs), p => p.Contains("30 jours"));
    }
}
